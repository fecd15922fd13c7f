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
    /// <summary>A record before the write, where a rule asks for it; else null.</summary>
    public FormulaRecord? Prior(SObjectType type, long key) =>
        type.ValidationRules.Any(rule => rule.Condition.ReadsPrior) ? Remember(type, key) : null;

    /// <param name="type">The object of the record.</param>
    /// <param name="key">Its sequence number.</param>
    /// <param name="prior">The record before the write; null for a new one.</param>
    public IEnumerable<RecordError> Errors(SObjectType type, long key, FormulaRecord? prior)
    {
        var scope = new FormulaScope(context.Sight.Record(type, key), prior, context.Sight);
        foreach (var rule in type.ValidationRules)
        {
            if (Fails(rule, scope) is { } message)
                yield return new RecordError(rule.StatusCode, message, rule.DisplayField is null ? [] : [rule.DisplayField]);
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

    private RememberedRecord Remember(SObjectType type, long key)
    {
        var fields = type.Fields.Where(field => field.HasColumn && field.Type != FieldType.Base64).ToArray();
        var statement = context.Database.Prepare(
            $"SELECT {string.Join(", ", fields.Select(field => SqlName.Quote(field.Column)))} FROM {SqlName.Quote(type.Name)} "
            + $"WHERE \"{SqlName.Key}\" = ?");
        statement.Bind(1, key).Step();
        var columns = fields.Select((field, index) => (field, statement.Value(index))).ToDictionary(pair => pair.field, pair => pair.Item2);
        statement.Reset();
        return new RememberedRecord(columns);
    }
}
