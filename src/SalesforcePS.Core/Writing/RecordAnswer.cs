using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Writing;

/// <summary>What Salesforce says of one record of a request: a SaveResult, UpsertResult or DeleteResult.</summary>
internal sealed record RecordAnswer(string? Id, bool Success, bool Created, IReadOnlyList<RecordError> Errors);
