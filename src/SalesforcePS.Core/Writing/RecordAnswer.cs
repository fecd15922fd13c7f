using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>What Salesforce says of one record of a request: a SaveResult, UpsertResult or DeleteResult.</summary>
internal sealed record RecordAnswer(string? Id, bool Success, bool Created, IReadOnlyList<RecordError> Errors)
{
    /// <summary>Of a merge: the records that went into the one that stays.</summary>
    public IReadOnlyList<string> MergedIds { get; init; } = [];

    /// <summary>Of a merge: the records that belonged to those.</summary>
    public IReadOnlyList<string> UpdatedRelatedIds { get; init; } = [];
}
