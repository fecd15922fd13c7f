using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>What became of a file's rows: <c>Total</c> = <c>Succeeded</c> + <c>Failed</c> + <c>Unknown</c>.</summary>
public sealed record ImportResult(string SuccessPath, string ErrorPath, ImportTally Tally, IReadOnlyList<string> JobIds)
{
    public TimeSpan Duration { get; init; }

    /// <summary>True where a journal of an earlier run was taken up.</summary>
    public bool Resumed { get; init; }

    /// <summary>What ended the sending before the end of the file; the rows it concerns are in the error file. Null where all were sent.</summary>
    public SalesforceException? Failure { get; init; }
}
