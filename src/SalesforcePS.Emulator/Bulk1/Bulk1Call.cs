using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>What is known of a request once it has passed the gate.</summary>
internal sealed class Bulk1Call(int version, RequestUser user, AnswerFormat format)
{
    public int Version => version;

    public RequestUser User => user;

    /// <summary>That of the request's content type until the job is known, then that of the job's.</summary>
    public AnswerFormat Format { get; set; } = format;
}
