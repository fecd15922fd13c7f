namespace SalesforcePS.Core.Bulk.Import;

/// <summary>What must be the same for a journal to be taken up.</summary>
/// <param name="Arguments">A hash of all that decides which bytes are sent where: org, object, operation, mapping, form of the file.</param>
internal sealed record JournalHeader(
    int Version, string Path, long Length, DateTime Modified, string OrganizationId, string ObjectType, string Operation, string Arguments, string SuccessPath, string ErrorPath);
