using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>How files are uploaded.</summary>
public sealed record FileWriteOptions
{
    /// <summary>Insert; or update, of attachments.</summary>
    public RecordOperation Operation { get; init; } = RecordOperation.Insert;

    /// <summary>Files of at most so many bytes go together, up to 200 or 50 MB in a request.</summary>
    public long LargestSmallFile { get; init; } = 1024 * 1024;

    /// <summary>Requests under way at once.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>V (viewer), C (collaborator) or I (inferred from the record); null leaves it to the org.</summary>
    public string? ShareType { get; init; }

    /// <summary>AllUsers, InternalUsers or SharedUsers; null leaves it to the org.</summary>
    public string? Visibility { get; init; }

    /// <summary>Told the bytes sent since the last time. Called on any thread.</summary>
    public Action<long> Sent { get; init; } = static _ => { };
}
