namespace SalesforcePS.Emulator.Control;

/// <summary>An answer that a test asked for in place of the real one.</summary>
internal sealed record Fault
{
    /// <summary>Part of the request line ("POST /services/...") or of the SOAP operation; empty matches everything.</summary>
    public string Match { get; init; } = "";

    public int Count { get; init; } = 1;

    public int? Status { get; init; }

    public string? Body { get; init; }

    public int? RetryAfter { get; init; }

    public FaultConnection? CloseConnection { get; init; }

    /// <summary>Where an answer that breaks off does so.</summary>
    public long AfterBytes { get; init; }

    public int DelayMs { get; init; }
}
