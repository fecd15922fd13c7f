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

    public string? AssignmentRuleId { get; init; }

    public bool UseDefaultRule { get; init; }

    /// <summary>SOAP: an unknown field is a fault of the whole call, not an error of the record.</summary>
    public bool UnknownFieldFailsCall { get; init; }

    /// <summary>REST: a value of the wrong type is a JSON_PARSER_ERROR of the whole call, not an error of the record.</summary>
    public bool WrongTypeFailsCall { get; init; }
}
