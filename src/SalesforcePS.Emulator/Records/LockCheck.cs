using System.Runtime.CompilerServices;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>
/// A write needs the record for itself, and the records that it refers to: so an org keeps parents from going away and
/// their summaries right (Salesforce Developers, "Record Locking Cheat Sheet").
/// </summary>
internal sealed class LockCheck(WriteContext context)
{
    private static readonly ConditionalWeakTable<SObjectType, SObjectField[]> References = [];

    private readonly OrgDatabase database = context.Database;

    public void Check(DraftRecord draft)
    {
        if (!database.Locks.IsEmpty && Require(draft.IsNew ? Given(draft) : [draft.Id, .. Given(draft), .. Stored(draft.Type, draft.Key)]) is { } error)
            draft.Fail(error);
    }

    public RecordError? Check(IEnumerable<string> ids) => database.Locks.IsEmpty ? null : Require(ids);

    /// <summary>A record that comes back out of the recycle bin.</summary>
    public RecordError? Check(SObjectType type, long key, string id) => database.Locks.IsEmpty ? null : Require([id, .. Stored(type, key)]);

    /// <summary>All that goes with a deleted record, and the records that lose their reference to it.</summary>
    public RecordError? Check(DeletePlan plan) => database.Locks.IsEmpty
        ? null
        : Require(
        [
            .. Stored(plan.Records[0].Type, plan.Records[0].Key),
            .. plan.Records.Select(record => record.Id),
            .. plan.Cleared.Select(cleared => SalesforceId.Create(cleared.Child.KeyPrefix, cleared.Key)),
        ]);

    private RecordError? Require(IEnumerable<string> ids) => database.Locks.Require(ids) is { Count: > 0 } locked ? RecordErrors.Locked(locked) : null;

    private IEnumerable<string> Given(DraftRecord draft) => ReferencesOf(draft.Type).Select(field => draft[field]).OfType<string>();

    private List<string> Stored(SObjectType type, long key)
    {
        var references = ReferencesOf(type);
        var ids = new List<string>(references.Length);
        if (references.Length == 0)
            return ids;
        var statement = database.Prepare(
            $"SELECT {string.Join(", ", references.Select(field => SqlName.Quote(field.Column)))} FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.Key}\" = ?");
        if (statement.Bind(1, key).Step())
            ids.AddRange(references.Select((_, index) => statement.Value(index)).OfType<string>());
        statement.Reset();
        return ids;
    }

    private SObjectField[] ReferencesOf(SObjectType type) =>
        References.GetValue(type, type => [.. type.Fields.Where(field => field.HasColumn && SqlColumn.RefersToRecords(field, context.Schema))]);
}
