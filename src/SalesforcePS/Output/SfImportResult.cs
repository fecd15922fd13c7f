namespace SalesforcePS;

/// <summary>What became of a file that was imported: <c>Total</c> = <c>Succeeded</c> + <c>Failed</c> + <c>Unknown</c>.</summary>
public sealed class SfImportResult
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    public required string ObjectType { get; init; }

    /// <summary>Insert, Update, Upsert, Delete or HardDelete.</summary>
    public required string Operation { get; init; }

    /// <summary>The data rows of the file.</summary>
    public required long Total { get; init; }

    public required long Succeeded { get; init; }

    /// <summary>The succeeded rows that made a new record.</summary>
    public required long Created { get; init; }

    /// <summary>Rows that were refused, by the org or before they were sent.</summary>
    public required long Failed { get; init; }

    /// <summary>Rows that were sent and of which nobody knows; they are in the error file.</summary>
    public required long Unknown { get; init; }

    /// <summary>The bulk jobs, in the order of the file.</summary>
    public required IReadOnlyList<string> JobIds { get; init; }

    public required string SuccessPath { get; init; }

    public required string ErrorPath { get; init; }

    /// <summary>How long this run took; a resumed import counts from its resumption.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>True where an earlier run's journal was taken up.</summary>
    public required bool Resumed { get; init; }

    public override string ToString() => $"{Path}: {Succeeded} of {Total} rows";
}
