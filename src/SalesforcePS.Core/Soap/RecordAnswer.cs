using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Soap;

/// <summary>A SaveResult, UpsertResult or DeleteResult.</summary>
internal sealed record RecordAnswer(string? Id, bool Success, bool Created, IReadOnlyList<RecordError> Errors);
