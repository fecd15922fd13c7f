using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Moves records to the recycle bin and back, with all that depends on them.</summary>
internal sealed class RecordRemover(OrgDatabase database, TimeProvider time)
{
    public IReadOnlyList<SaveResult> Delete(RequestUser user, IReadOnlyList<string> ids, DmlOptions options) =>
        Run(user, ids, options, static (bin, type, key, id, state) => state switch
        {
            _ when !type.Deletable => RecordErrors.EntityNotWriteable(type, "deleted"),
            RecordState.Missing => RecordErrors.NoSuchRecord(),
            RecordState.Deleted => RecordErrors.Deleted(),
            _ => bin.Delete(type, key, id),
        });

    /// <summary>Deletes past the recycle bin: nothing of the records is left.</summary>
    public IReadOnlyList<SaveResult> HardDelete(RequestUser user, IReadOnlyList<string> ids, DmlOptions options) =>
        Run(user, ids, options, static (bin, type, key, id, state) => state switch
        {
            _ when !type.Deletable => RecordErrors.EntityNotWriteable(type, "deleted"),
            RecordState.Missing => RecordErrors.NoSuchRecord(),
            RecordState.Deleted => RecordErrors.Deleted(),
            _ => bin.Delete(type, key, id) ?? bin.Purge(type, id),
        });

    public IReadOnlyList<SaveResult> Undelete(RequestUser user, IReadOnlyList<string> ids, DmlOptions options) =>
        Run(user, ids, options, static (bin, type, key, id, state) => state switch
        {
            _ when !type.Undeletable => RecordErrors.NotInRecycleBin(),
            RecordState.Missing => RecordErrors.NoSuchRecord(),
            RecordState.Live => RecordErrors.NotInRecycleBin(),
            _ => bin.Undelete(type, key, id),
        });

    public IReadOnlyList<SaveResult> EmptyBin(RequestUser user, IReadOnlyList<string> ids) =>
        Run(user, ids, DmlOptions.Default, static (bin, type, key, id, state) => state switch
        {
            RecordState.Missing => RecordErrors.NoSuchRecord(),
            RecordState.Live => RecordErrors.NotInRecycleBinToEmpty(),
            _ => bin.Empty(type, key, id),
        });

    private IReadOnlyList<SaveResult> Run(
        RequestUser user,
        IReadOnlyList<string> ids,
        DmlOptions options,
        Func<RecycleBin, SObjectType, long, string, RecordState, RecordError?> work) =>
        DmlCall.Run(database, options, () =>
        {
            var bin = new RecycleBin(WriteContext.Start(database, user, options, time));
            var lookup = new RecordLookup(database);
            return [.. ids.Select(text => One(text))];

            SaveResult One(string text)
            {
                if (!SalesforceId.TryNormalize(text, out var id) || database.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id)) is not { } type)
                    return WriteSession.Failed(null, RecordErrors.BadId(text));
                if (type.Deletable && user.Access.Find(type) is not { Deletable: true })
                    return WriteSession.Failed(id, RecordErrors.NoAccess());
                SalesforceId.TryGetKey(id, out var key);
                var error = work(bin, type, key, id, lookup.StateOf(type, id));
                return error is null ? new SaveResult(id, Success: true, Created: false, []) : WriteSession.Failed(id, error);
            }
        });
}
