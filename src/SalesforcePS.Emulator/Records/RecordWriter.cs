using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Creates, updates and upserts records with the checks that an org makes.</summary>
internal sealed class RecordWriter(OrgDatabase database, TimeProvider time)
{
    public IReadOnlyList<SaveResult> Create(RequestUser user, IReadOnlyList<RecordInput> records, DmlOptions options) =>
        throw new NotSupportedException($"{database} {time}");

    public IReadOnlyList<SaveResult> Update(RequestUser user, IReadOnlyList<RecordInput> records, DmlOptions options) =>
        throw new NotSupportedException($"{database} {time}");

    /// <summary>All records must be of one type. <paramref name="updateOnly"/> refuses those that match nothing.</summary>
    public IReadOnlyList<SaveResult> Upsert(
        RequestUser user, string externalIdField, IReadOnlyList<RecordInput> records, DmlOptions options, bool updateOnly = false) =>
        throw new NotSupportedException($"{database} {time}");
}
