using System.Text;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>What is imported, and how.</summary>
/// <param name="Path">The full path of the CSV file.</param>
/// <param name="Write">The operation, with <c>RowsPerJob</c> and <c>ThrottleLimit</c>.</param>
public sealed record ImportOptions(string Path, string ObjectType, WriteOptions Write)
{
    /// <summary>Which column goes into which field; null where the headers are the fields' names.</summary>
    public ImportMapping? Mapping { get; init; }

    /// <summary>One ASCII character; null to detect comma, semicolon, tab or bar.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null to go by the byte-order mark, and by UTF-8 where there is none.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The folder of the result files; null for that of the input.</summary>
    public string? ResultDirectory { get; init; }

    /// <summary>The full path of the journal; null keeps none, and the import cannot be resumed.</summary>
    public string? StatePath { get; init; }

    /// <summary>Overwrites result files of an earlier import.</summary>
    public bool Force { get; init; }
}
