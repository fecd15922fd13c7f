using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Runs the duplicate rules of an sObject on a draft.</summary>
internal sealed class DuplicateCheck(WriteContext context)
{
    /// <summary>More matches are not told (SOAP API guide, MatchResult).</summary>
    private const int MostMatches = 100;

    public void Check(DraftRecord draft)
    {
        foreach (var rule in draft.Type.DuplicateRules)
        {
            var blocks = draft.IsNew ? rule.BlocksInsert : rule.BlocksUpdate;
            var applies = blocks is true || (blocks is false && !context.Options.AllowDuplicateSave);
            if (applies && rule.Fields.Any(draft.IsSet) && DuplicatesOf(draft, rule) is { Count: > 0 } ids)
            {
                draft.Fail(RecordErrors.Duplicates(new DuplicateFinding(rule.Name, draft.Type.Name, blocks is false, Read(draft.Type, rule, ids))));
                return;
            }
        }
    }

    /// <summary>Without the header that asks for more, a match tells its Id alone (SOAP API guide, DuplicateRuleHeader).</summary>
    private IReadOnlyList<StoredRecord> Read(SObjectType type, DuplicateRule rule, List<string> ids)
    {
        var view = context.ViewOf(type);
        var id = view.FindField(SystemFields.Id)!;
        IReadOnlyList<SObjectField> fields = context.Options.IncludeRecordDetails
            ? [.. rule.Fields.Select(field => view.FindField(field.Name)).OfType<SObjectField>().Prepend(view.NameField ?? id).Prepend(id).Distinct()]
            : [id];
        return [.. new RecordReader(context.Database).Retrieve(type, fields, ids).OfType<StoredRecord>()];
    }

    // An empty field matches nothing. A field that an update leaves alone counts with its stored value.
    private List<string> DuplicatesOf(DraftRecord draft, DuplicateRule rule)
    {
        var stored = draft.IsNew ? null : StoredValues(draft, rule);
        var values = rule.Fields.Select((field, i) => draft.IsSet(field) ? draft[field] : stored?[i]).ToList();
        if (values.Contains(null))
            return [];
        var conditions = string.Concat(rule.Fields.Select(field => $" AND {SqlName.Quote(field.Column)} = ?"));
        var statement = context.Database.Prepare(
            $"SELECT \"Id\" FROM {SqlName.Quote(draft.Type.Name)} WHERE \"{SystemFields.IsDeleted}\" = 0 AND \"{SqlName.Key}\" <> ?{conditions} LIMIT {MostMatches}");
        statement.Bind(1, draft.Key);
        for (var i = 0; i < values.Count; i++)
            statement.Bind(i + 2, values[i]);
        var ids = new List<string>();
        while (statement.Step())
            ids.Add((string)statement.Value(0)!);
        return ids;
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
