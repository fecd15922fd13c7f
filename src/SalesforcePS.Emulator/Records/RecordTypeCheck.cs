using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>A restricted picklist takes only those values that the record type of the record has.</summary>
internal sealed class RecordTypeCheck(WriteContext context)
{
    public void Check(DraftRecord draft)
    {
        if (draft.Type.RecordTypes.Count == 0 || DefinitionOf(draft) is not { } recordType)
            return;
        foreach (var (fieldName, values) in recordType.Values)
        {
            if (draft.Type.FindField(fieldName) is not { RestrictedPicklist: true } field || !draft.IsSet(field) || draft[field] is not string text)
                continue;
            if (text.Split(';').FirstOrDefault(part => !values.Any(value => value.Value.Equals(part, StringComparison.OrdinalIgnoreCase))) is { } bad)
                draft.Fail(RecordErrors.RestrictedPicklist(draft.Type, field, bad));
        }
    }

    private RecordTypeDefinition? DefinitionOf(DraftRecord draft)
    {
        var reference = draft.Type.FindField(SystemFields.RecordTypeId)!;
        var id = draft.IsSet(reference) || draft.IsNew ? draft[reference] : context.Sight.Record(draft.Type, draft.Key).Column(reference);
        return draft.Type.RecordTypes.FirstOrDefault(recordType => recordType.Id.Equals(id));
    }
}
