namespace SalesforcePS.Core.Files;

/// <summary>A file to be downloaded, and the caller's own object for it, which comes back with the outcome.</summary>
public sealed record DownloadRequest(StoredFile File, object Source);
