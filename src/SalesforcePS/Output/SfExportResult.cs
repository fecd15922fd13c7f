namespace SalesforcePS;

/// <summary>A query's records in a file.</summary>
public sealed class SfExportResult
{
    /// <summary>The full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Records in the file, the header not counted.</summary>
    public required long Rows { get; init; }

    /// <summary>The bulk query job that found them.</summary>
    public required string JobId { get; init; }

    /// <summary>True where an earlier run, which did not come to its end, had begun the file.</summary>
    public required bool Resumed { get; init; }

    /// <summary>The time that this run took.</summary>
    public required TimeSpan Duration { get; init; }

    public override string ToString() => Path;
}
