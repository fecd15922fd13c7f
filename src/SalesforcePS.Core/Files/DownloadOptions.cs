namespace SalesforcePS.Core.Files;

/// <summary>How files are downloaded.</summary>
public sealed record DownloadOptions
{
    /// <summary>The folder, which is made where it is missing; null reads into memory.</summary>
    public string? Destination { get; init; }

    /// <summary>Replaces files that were there before; without it the new file gets a number.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Downloads under way at once.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>Told the bytes that came since the last time; less than nothing where they have to come again. Called on any thread.</summary>
    public Action<long> Received { get; init; } = static _ => { };
}
