using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>A restricted picklist takes only those values that the record type of the record has.</summary>
internal sealed class RecordTypeCheck(WriteContext context)
{
    public void Check(DraftRecord draft)
    {
        if (draft.Type.RecordTypes.Count == 0)
            return;
        var reference = draft.Type.FindField(SystemFields.RecordTypeId)!;
        if (draft[reference] is string given && !IsOf(draft.Type, given))
            draft.Fail(RecordErrors.RecordTypeOfAnother(reference, given));
        else if (DefinitionOf(draft, reference) is { } recordType)
            CheckValues(draft, recordType);
    }

    private static void CheckValues(DraftRecord draft, RecordTypeDefinition recordType)
    {
        foreach (var (fieldName, values) in recordType.Values)
        {
            if (draft.Type.FindField(fieldName) is not { RestrictedPicklist: true } field || draft[field] is not string text)
                continue;
            if (text.Split(';').FirstOrDefault(part => !values.Any(value => value.Value.Equals(part, StringComparison.OrdinalIgnoreCase))) is { } bad)
                draft.Fail(RecordErrors.RestrictedPicklist(draft.Type, field, bad));
        }
    }

    private bool IsOf(SObjectType type, string id)
    {
        if (type.RecordTypes.Any(recordType => recordType.Id == id))
            return true;
        var recordTypes = context.Schema.Find("RecordType")!;
        return context.Sight.Find(recordTypes, id)?.Column(recordTypes.FindField("SobjectType")!) is string owner
            && owner.Equals(type.Name, StringComparison.OrdinalIgnoreCase);
    }

    private RecordTypeDefinition? DefinitionOf(DraftRecord draft, SObjectField reference)
    {
        var id = draft.IsSet(reference) || draft.IsNew ? draft[reference] : context.Sight.Record(draft.Type, draft.Key).Column(reference);
        return draft.Type.RecordTypes.FirstOrDefault(recordType => recordType.Id.Equals(id));
    }
}
