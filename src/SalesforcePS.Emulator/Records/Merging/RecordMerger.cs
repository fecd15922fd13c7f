using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Merging;

/// <summary>
/// Merges records into a master: what referred to them refers to the master, they go to the recycle bin and name the master
/// there, and the master takes the fields that the request has for it. Each merge is a transaction (SOAP API guide, merge).
/// </summary>
internal sealed class RecordMerger(OrgDatabase database, RecordWriter writer, TimeProvider time)
{
    public const int MostRequests = 200;

    private const int MostRecords = 2;
    private const string MasterRecordId = "MasterRecordId";

    public MergeResult Merge(RequestUser user, MergeRequest request, DmlOptions options)
    {
        var view = user.Access.SchemaOf(database.Schema).Find(request.Master.Type ?? "") ?? throw SchemaErrors.UnknownType(request.Master.Type ?? "");
        if (!view.Mergeable)
            throw new ApiException("INVALID_TYPE_FOR_OPERATION", "entity type does not support merge");
        if (view is not { Updateable: true, Deletable: true })
            return MergeResult.Failed(request.Master.Id, RecordErrors.NoAccess());
        var type = database.Schema.Find(view.Name)!;
        var result = MergeResult.Failed(null);
        database.WriteUnlessRefused(() =>
        {
            result = Merge(user, type, request, options);
            return result.Success;
        });
        return result;
    }

    private MergeResult Merge(RequestUser user, SObjectType type, MergeRequest request, DmlOptions options)
    {
        if (!TryRead(type, request.Master.Id, out var masterId))
            return MergeResult.Failed(null, MergeErrors.BadMasterId(request.Master.Id ?? ""));
        if (request.RecordIds.Count is 0 or > MostRecords)
            return MergeResult.Failed(masterId, MergeErrors.WrongNumber());
        var ids = new List<string>();
        foreach (var text in request.RecordIds)
        {
            if (!TryRead(type, text, out var id))
                return MergeResult.Failed(masterId, MergeErrors.BadRecordId(text));
            if (id == masterId || ids.Contains(id))
                return MergeResult.Failed(masterId, MergeErrors.Repeated(id));
            ids.Add(id);
        }

        if (StateError(type, [masterId, .. ids]) is { } error)
            return MergeResult.Failed(masterId, error);
        return MergeInto(user, type, request.Master with { Id = masterId }, ids, options);
    }

    private MergeResult MergeInto(RequestUser user, SObjectType type, RecordInput master, List<string> ids, DmlOptions options)
    {
        var context = WriteContext.Start(database, user, options, time);
        var related = ids.SelectMany(id => new RelatedRecords(context).Move(type, id, master.Id!)).Distinct().Except([master.Id!, .. ids]).ToList();
        if (new LockCheck(context).Check([.. ids, .. related]) is { } locked)
            return MergeResult.Failed(master.Id, locked);
        if (new SelfReferences(context).Repair(type, master.Id!) is { } circular)
            return MergeResult.Failed(master.Id, circular);
        foreach (var id in ids)
        {
            if (Remove(context, type, id, master.Id!) is { } kept)
                return MergeResult.Failed(master.Id, kept);
        }

        // The records are gone by now, so the master may take over a value that is unique.
        var saved = writer.Update(user, [master], options with { AllOrNone = false })[0];
        return saved.Success ? new MergeResult(master.Id, [], ids, related) : MergeResult.Failed(master.Id, saved.Errors);
    }

    private static RecordError? Remove(WriteContext context, SObjectType type, string id, string masterId)
    {
        SalesforceId.TryGetKey(id, out var key);
        context.Database.Prepare($"UPDATE {SqlName.Quote(type.Name)} SET \"{MasterRecordId}\" = ? WHERE \"{SqlName.Key}\" = ?").Bind(1, masterId).Bind(2, key).Step();
        return new RecycleBin(context).Delete(type, key, id);
    }

    private RecordError? StateError(SObjectType type, IEnumerable<string> ids)
    {
        var lookup = new RecordLookup(database);
        return ids.Select(id => lookup.StateOf(type, id)).FirstOrDefault(state => state != RecordState.Live, RecordState.Live) switch
        {
            RecordState.Missing => RecordErrors.NoSuchRecord(),
            RecordState.Deleted => RecordErrors.Deleted(),
            _ => null,
        };
    }

    private static bool TryRead(SObjectType type, string? text, out string id)
    {
        var isId = SalesforceId.TryNormalize(text, out var read) && SalesforceId.KeyPrefix(read) == type.KeyPrefix;
        id = read ?? "";
        return isId;
    }
}
