using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records.Approvals;
using SalesforcePS.Emulator.Records.Files;
using SalesforcePS.Emulator.Records.Leads;
using SalesforcePS.Emulator.Records.Owners;
using SalesforcePS.Emulator.Records.Summaries;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>The records of one call, one after the other, inside its transaction.</summary>
internal sealed class WriteSession
{
    private readonly WriteContext context;
    private readonly RowWriter rows;
    private readonly RecordLookup lookup;
    private readonly FieldReader fields;
    private readonly DraftCompletion completion;
    private readonly OwnerAssignment assignment;
    private readonly UniqueCheck unique;
    private readonly DuplicateCheck duplicates;
    private readonly HierarchyCheck hierarchies;
    private readonly ActiveUserCheck activeUsers;
    private readonly LockCheck locks;
    private readonly ApprovalLocks approvals;
    private readonly RecordTypeCheck recordTypes;
    private readonly ValidationCheck validation;
    private readonly MasterCheck masters;
    private readonly OwnerTransfer transfer;
    private readonly ContentPublisher content;
    private readonly Reassignment reassignment;

    public WriteSession(WriteContext context, RowWriter rows)
    {
        this.context = context;
        this.rows = rows;
        lookup = new RecordLookup(context.Database);
        fields = new FieldReader(context, new ReferenceReader(context, lookup));
        completion = new DraftCompletion(context);
        assignment = new OwnerAssignment(context, lookup);
        unique = new UniqueCheck(lookup);
        duplicates = new DuplicateCheck(context);
        hierarchies = new HierarchyCheck(context);
        activeUsers = new ActiveUserCheck(context);
        locks = new LockCheck(context);
        approvals = new ApprovalLocks(context);
        recordTypes = new RecordTypeCheck(context);
        validation = new ValidationCheck(context);
        masters = new MasterCheck(context);
        transfer = new OwnerTransfer(context);
        content = new ContentPublisher(context, rows, completion);
        reassignment = new Reassignment(context);
    }

    public SaveResult Create(SObjectType type, RecordInput input)
    {
        if (!string.IsNullOrEmpty(input.Id))
            return Failed(null, RecordErrors.IdInInsert());
        if (!context.ViewOf(type).Createable)
            return Failed(null, RecordErrors.EntityNotWriteable(type, "inserted"));
        var key = context.Database.Sequences.Next(type);
        return Save(new DraftRecord(type, key, SalesforceId.Create(type.KeyPrefix, key), isNew: true), input);
    }

    public SaveResult Update(SObjectType type, RecordInput input)
    {
        if (string.IsNullOrEmpty(input.Id))
            return Failed(null, RecordErrors.IdMissing());
        var idField = type.FindField(SystemFields.Id)!;
        if (!SalesforceId.TryNormalize(input.Id, out var id) || SalesforceId.KeyPrefix(id) != type.KeyPrefix)
            return Failed(null, RecordErrors.MalformedIdIn(idField, input.Id));
        if (!type.Updateable)
            return Failed(id, RecordErrors.EntityNotWriteable(type, "updated"));
        if (!context.ViewOf(type).Updateable)
            return Failed(id, RecordErrors.NoAccess());
        return lookup.StateOf(type, id) switch
        {
            RecordState.Deleted => Failed(id, RecordErrors.Deleted()),
            RecordState.Live when ConvertedLead.Is(context, type, id) => Failed(id, LeadErrors.AlreadyConverted()),
            RecordState.Live when approvals.Check(type, id) is { } locked => Failed(id, locked),
            RecordState.Live when SalesforceId.TryGetKey(id, out var key) => Save(new DraftRecord(type, key, id, isNew: false), input),
            _ => Failed(id, RecordErrors.NoSuchRecord()),
        };
    }

    public SaveResult Upsert(SObjectType type, SObjectField keyField, RecordInput input, bool updateOnly)
    {
        if (keyField.Type == FieldType.Id)
            return string.IsNullOrEmpty(input.Id) && !updateOnly ? Create(type, input) : Update(type, input);
        var value = UpsertKeys.ValueIn(input, keyField);
        if (value is null or "")
            return Failed(null, RecordErrors.Unspecified(keyField));
        if (!ValueParser.TryParse(keyField, value, out var column))
            return Failed(null, RecordErrors.WrongType(keyField, value));
        var matches = lookup.FindBy(type, keyField, column!);
        return matches.Count switch
        {
            0 when updateOnly => Failed(null, RecordErrors.NothingToUpdate()),
            0 => Create(type, input with { Id = null }),
            1 => Update(type, input with { Id = matches[0] }),
            _ => Failed(null, RecordErrors.SeveralMatches(keyField, matches)),
        };
    }

    public static SaveResult Failed(string? id, params RecordError[] errors) => new(id, Success: false, Created: false, errors);

    private SaveResult Save(DraftRecord draft, RecordInput input)
    {
        foreach (var field in input.Fields)
            fields.Read(draft, field);
        if (draft.IsValid)
            FileFields.Complete(draft);
        if (draft.IsValid)
            assignment.Assign(draft);
        if (draft.IsValid)
            completion.Complete(draft);
        if (draft.IsValid)
            recordTypes.Check(draft);
        if (draft.IsValid)
            hierarchies.Check(draft);
        if (draft.IsValid)
            activeUsers.Check(draft);
        if (draft.IsValid)
            unique.Check(draft);
        if (draft.IsValid)
            duplicates.Check(draft);
        if (draft.IsValid)
            locks.Check(draft);
        if (draft.IsValid)
            content.Prepare(draft);
        if (draft.IsValid)
            reassignment.Prepare(draft);
        var oldOwnerId = draft.IsValid ? transfer.OldOwnerOf(draft) : null;
        if (draft.IsValid)
            Write(draft);
        if (!draft.IsValid)
            return new SaveResult(draft.IsNew ? null : draft.Id, Success: false, Created: false, draft.Errors);
        content.Publish(draft);
        if (oldOwnerId is not null)
            transfer.Transfer(draft, oldOwnerId);
        return new SaveResult(draft.Id, Success: true, Created: draft.IsNew, []);
    }

    private void Write(DraftRecord draft)
    {
        if (draft.Type.ValidationRules.Count == 0 && !masters.Concerns(draft.Type))
        {
            rows.Write(draft);
            return;
        }
        context.Database.WriteUnlessRefused(() =>
        {
            var prior = draft.IsNew ? null : validation.Prior(draft.Type, draft.Key);
            var before = masters.Remember(draft);
            rows.Write(draft);
            foreach (var error in validation.Errors(draft.Type, draft.Key, prior))
                draft.Fail(error);
            if (draft.IsValid && masters.Check(before) is { } refusal)
                draft.Fail(refusal);
            return draft.IsValid;
        });
    }
}
