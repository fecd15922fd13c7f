using System.Collections.Frozen;
using SalesforcePS.Emulator.Records.Owners;

namespace SalesforcePS.Emulator.Records;

/// <summary>The headers of SOAP, and their REST twins, that change how records are written.</summary>
internal sealed record DmlOptions
{
    /// <summary>Records that one call may carry; the protocols refuse more.</summary>
    public const int MaximumRecords = 200;

    public static readonly DmlOptions Default = new();

    public bool AllOrNone { get; init; }

    public bool AllowFieldTruncation { get; init; }

    public bool AllowDuplicateSave { get; init; }

    /// <summary>The duplicates of a refused record come with the fields that are alike, not only with their Ids.</summary>
    public bool IncludeRecordDetails { get; init; }

    public string? AssignmentRuleId { get; init; }

    public bool UseDefaultRule { get; init; }

    /// <summary>What goes along when a record gets another owner.</summary>
    public IReadOnlySet<OwnerChangeOption> OwnerChanges { get; init; } = FrozenSet<OwnerChangeOption>.Empty;

    /// <summary>SOAP: an unknown field is a fault of the whole call, not an error of the record.</summary>
    public bool UnknownFieldFailsCall { get; init; }

    /// <summary>REST: a value of the wrong type is a JSON_PARSER_ERROR of the whole call, not an error of the record.</summary>
    public bool WrongTypeFailsCall { get; init; }
}
