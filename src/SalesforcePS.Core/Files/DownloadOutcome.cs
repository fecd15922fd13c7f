using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Files;

/// <summary>What became of one file that was to be saved.</summary>
public sealed record DownloadOutcome(StoredFile File, object Source)
{
    /// <summary>Where it was saved; null where it was not, or was read into memory.</summary>
    public string? Path { get; init; }

    /// <summary>The body, where it was read into memory.</summary>
    public byte[]? Content { get; init; }

    public SalesforceException? Error { get; init; }
}
