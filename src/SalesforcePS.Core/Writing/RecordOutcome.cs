using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>What became of one record: written, or refused, or not known. Every record has exactly one.</summary>
public sealed record RecordOutcome(InputRecord Record)
{
    public string? Id { get; init; }

    public bool Created { get; init; }

    /// <summary>The document of a file that was uploaded as a version; null for other records, and where it could not be found out.</summary>
    public string? ContentDocumentId { get; init; }

    /// <summary>The bulk job that the record went through; null where no job took part.</summary>
    public string? JobId { get; init; }

    /// <summary>True where the record is in a job that nobody waited for: the job knows.</summary>
    public bool IsPending { get; init; }

    /// <summary>Why it was not written; null where it was.</summary>
    public SalesforceException? Error { get; init; }

    public bool Success => Error is null;
}
