using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Fills fields that show a parent's value, such as the product of a price book entry on an opportunity's line.</summary>
internal sealed class ParentCopy(WriteContext context)
{
    public void Fill(DraftRecord draft, SObjectField field)
    {
        var isReferred = false;
        foreach (var source in field.CopiedFrom)
        {
            var dot = source.IndexOf('.', StringComparison.Ordinal);
            var reference = draft.Type.FindRelationship(source[..dot])!;
            isReferred |= draft.IsSet(reference);
            if (draft[reference] is string parentId && ValueOf(parentId, source[(dot + 1)..]) is { } value && Fits(field, value))
            {
                draft.Set(field, value);
                return;
            }
        }
        // Where the parent is gone or has nothing to show, neither has the record.
        if (isReferred && field.Type != FieldType.Boolean)
            draft.Set(field, null);
    }

    private object? ValueOf(string parentId, string fieldName)
    {
        var parent = context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(parentId))!;
        if (parent.FindField(fieldName) is not { } field || !SalesforceId.TryGetKey(parentId, out var key))
            return null;
        var statement = context.Database.Prepare(
            $"SELECT {SqlName.Quote(field.Column)} FROM {SqlName.Quote(parent.Name)} WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, key).Step();
        var value = statement.Value(0);
        statement.Reset();
        return value;
    }

    private bool Fits(SObjectField field, object value) =>
        field.Type != FieldType.Reference
        || (value is string id && context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id)) is { } type && field.ReferenceTo.Contains(type.Name));
}
