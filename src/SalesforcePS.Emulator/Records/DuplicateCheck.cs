using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Runs the duplicate rules of an sObject on a draft.</summary>
internal sealed class DuplicateCheck(WriteContext context)
{
    public void Check(DraftRecord draft)
    {
        foreach (var rule in draft.Type.DuplicateRules)
        {
            var applies = (draft.IsNew ? rule.BlocksInsert : rule.BlocksUpdate) switch
            {
                null => false,
                true => true,
                false => !context.Options.AllowDuplicateSave,
            };
            if (applies && rule.Fields.Any(draft.IsSet) && HasDuplicate(draft, rule))
            {
                draft.Fail(RecordErrors.Duplicates());
                return;
            }
        }
    }

    // An empty field matches nothing. A field that an update leaves alone counts with its stored value.
    private bool HasDuplicate(DraftRecord draft, DuplicateRule rule)
    {
        var stored = draft.IsNew ? null : StoredValues(draft, rule);
        var values = rule.Fields.Select((field, i) => draft.IsSet(field) ? draft[field] : stored?[i]).ToList();
        if (values.Contains(null))
            return false;
        var conditions = string.Concat(rule.Fields.Select(field => $" AND {SqlName.Quote(field.Column)} = ?"));
        var statement = context.Database.Prepare(
            $"SELECT 1 FROM {SqlName.Quote(draft.Type.Name)} WHERE \"{SystemFields.IsDeleted}\" = 0 AND \"{SqlName.Key}\" <> ?{conditions} LIMIT 1");
        statement.Bind(1, draft.Key);
        for (var i = 0; i < values.Count; i++)
            statement.Bind(i + 2, values[i]);
        var found = statement.Step();
        statement.Reset();
        return found;
    }

    private object?[] StoredValues(DraftRecord draft, DuplicateRule rule)
    {
        var columns = string.Join(", ", rule.Fields.Select(field => SqlName.Quote(field.Column)));
        var statement = context.Database.Prepare($"SELECT {columns} FROM {SqlName.Quote(draft.Type.Name)} WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, draft.Key).Step();
        var values = rule.Fields.Select((_, i) => statement.Value(i)).ToArray();
        statement.Reset();
        return values;
    }
}
