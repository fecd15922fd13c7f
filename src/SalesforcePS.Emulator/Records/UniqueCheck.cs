namespace SalesforcePS.Emulator.Records;

/// <summary>Unique fields and external ids: no two live records share a value.</summary>
internal sealed class UniqueCheck(RecordLookup lookup)
{
    public void Check(DraftRecord draft)
    {
        foreach (var field in WriteRules.Of(draft.Type).Unique)
        {
            if (draft[field] is { } value && lookup.FindBy(draft.Type, field, value).Find(id => id != draft.Id) is { } other)
                draft.Fail(RecordErrors.DuplicateValueOf(field, other));
        }
    }
}
