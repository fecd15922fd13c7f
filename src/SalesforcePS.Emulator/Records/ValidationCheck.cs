using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>
/// Runs the validation rules of an sObject on a record as it is after the write, and so with formulas, roll-ups and all
/// else in it. Where one fails, the caller takes the write back.
/// </summary>
internal sealed class ValidationCheck(WriteContext context)
{
    /// <summary>The record before the write, for rules that ask for it; null for new records.</summary>
    public FormulaRecord? Prior(DraftRecord draft) =>
        draft.IsNew || !draft.Type.ValidationRules.Any(rule => rule.Condition.ReadsPrior) ? null : Remember(draft);

    public void Check(DraftRecord draft, FormulaRecord? prior)
    {
        var scope = new FormulaScope(context.Sight.Record(draft.Type, draft.Key), prior, context.Sight);
        foreach (var rule in draft.Type.ValidationRules)
        {
            if (Fails(rule, scope) is { } message)
                draft.Fail(new RecordError(rule.StatusCode, message, rule.DisplayField is null ? [] : [rule.DisplayField]));
        }
    }

    private static string? Fails(ValidationRule rule, FormulaScope scope)
    {
        try
        {
            return rule.Condition.Evaluate(scope) is true ? rule.Message : null;
        }
        catch (FormulaValueException exception)
        {
            return $"The formula of the validation rule {rule.Name} has no value for this record: {exception.Message}";
        }
    }

    private RememberedRecord Remember(DraftRecord draft)
    {
        var fields = draft.Type.Fields.Where(field => field.HasColumn && field.Type != FieldType.Base64).ToArray();
        var statement = context.Database.Prepare(
            $"SELECT {string.Join(", ", fields.Select(field => SqlName.Quote(field.Column)))} FROM {SqlName.Quote(draft.Type.Name)} "
            + $"WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, draft.Key).Step();
        var columns = fields.Select((field, index) => (field, statement.Value(index))).ToDictionary(pair => pair.field, pair => pair.Item2);
        statement.Reset();
        return new RememberedRecord(columns);
    }
}
