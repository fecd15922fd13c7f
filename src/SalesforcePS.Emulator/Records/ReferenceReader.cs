using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>Checks the ids and foreign keys by which a record refers to others.</summary>
internal sealed class ReferenceReader(WriteContext context, RecordLookup lookup)
{
    public void ReadId(DraftRecord draft, SObjectField field, string text)
    {
        if (!SalesforceId.TryNormalize(text.Trim(), out var id))
            draft.Fail(RecordErrors.MalformedIdIn(field, text));
        else if (context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id)) is not { } parent || !field.ReferenceTo.Contains(parent.Name))
            draft.Fail(RecordErrors.WrongTypeOfId(field, text));
        else if (context.User.Access.Find(parent) is null)
            draft.Fail(RecordErrors.NoAccessTo(field));
        else
            Refer(draft, field, id, lookup.StateOfParent(parent, id));
    }

    public void ReadForeignKey(DraftRecord draft, string relationshipName, ForeignKey key)
    {
        var seen = context.ViewOf(draft.Type).FindRelationship(relationshipName);
        var parent = seen is null ? null : TargetOf(seen, key);
        if (seen is null || parent is null)
        {
            draft.Fail(RecordErrors.NoSuchColumn(draft.Type, relationshipName));
            return;
        }
        if (parent.FindExternalIdField(key.Field) is not { } keyField)
        {
            draft.Fail(RecordErrors.NoSuchColumn(parent, key.Field));
            return;
        }
        if (draft.IsNew ? !seen.Createable : !seen.Updateable)
        {
            draft.FailReadOnly(seen);
            return;
        }
        var field = draft.Type.FindField(seen.Name)!;
        if (keyField.Type == FieldType.Id)
        {
            ReadId(draft, field, key.Value);
            return;
        }
        var matches = ValueParser.TryParse(keyField, key.Value, out var value) ? lookup.FindBy(parent, keyField, value!) : [];
        if (matches.Count == 0)
            draft.Fail(RecordErrors.ForeignKeyNotFound(keyField, key.Value, parent.Name));
        else if (matches.Count > 1)
            draft.Fail(RecordErrors.ForeignKeyAmbiguous(keyField, matches));
        else
            draft.Set(field, matches[0]);
    }

    private static void Refer(DraftRecord draft, SObjectField field, string id, RecordState state)
    {
        switch (state)
        {
            case RecordState.Live:
                draft.Set(field, id);
                break;
            case RecordState.Deleted:
                draft.Fail(RecordErrors.Deleted(field.Name));
                break;
            default:
                draft.Fail(RecordErrors.NoSuchRecord(field.Name));
                break;
        }
    }

    private OrgSchema Schema => context.User.Access.SchemaOf(context.Schema);

    // A polymorphic reference needs the type beside the key; where it is missing, the first target that has such a key field serves.
    private SObjectType? TargetOf(SObjectField field, ForeignKey key) =>
        key.Type is null
            ? field.ReferenceTo.Select(Schema.Find).FirstOrDefault(target => target?.FindExternalIdField(key.Field) is not null)
                ?? Schema.Find(field.ReferenceTo[0])
            : field.ReferenceTo.Contains(key.Type, StringComparer.OrdinalIgnoreCase) ? Schema.Find(key.Type) : null;
}
