using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Adds what the org itself writes: defaults, auto-numbers, values that follow from others, and the audit fields.</summary>
internal sealed class DraftCompletion(WriteContext context)
{
    private readonly ParentCopy copy = new(context);

    public void Complete(DraftRecord draft)
    {
        var rules = WriteRules.Of(draft.Type);
        if (draft.IsNew)
            SetDefaults(draft, rules);
        if (draft.Type is { Custom: true, NameField: { } name } && draft.LacksValue(name))
            draft.Set(name, draft.Id);
        foreach (var field in rules.Copied)
            copy.Fill(draft, field);
        foreach (var derivation in draft.Type.Derivations)
            Derive(draft, derivation);
        SetSystemFields(draft);
        RequireValues(draft, rules);
    }

    private void SetDefaults(DraftRecord draft, WriteRules rules)
    {
        foreach (var (field, column) in rules.Defaults)
        {
            if (!draft.IsSet(field) || (draft[field] is null && !field.Nillable))
                draft.Set(field, column);
        }
        foreach (var field in rules.DefaultFormulas)
        {
            if (!draft.IsSet(field))
                draft.Set(field, DefaultOf(field));
        }
        foreach (var field in rules.AutoNumbers)
            draft.Set(field, AutoNumber.Format(field.AutoNumberFormat!, draft.Key - SequenceNumbers.LastOfSeed - 1, context.Now));
        if (draft.Type.FindField(SystemFields.OwnerId) is { Createable: true } owner && draft.LacksValue(owner))
            draft.Set(owner, context.User.UserId);
    }

    private object? DefaultOf(SObjectField field)
    {
        try
        {
            return FormulaValue.ToColumn(field, field.DefaultFormula!.Evaluate(new FormulaScope(Record: null, Prior: null, context.Sight)));
        }
        catch (FormulaValueException)
        {
            return null;
        }
    }

    private void Derive(DraftRecord draft, Derivation derivation)
    {
        if (!draft.IsSet(derivation.Source) || (!draft.IsNew && IsUnchanged(draft, derivation.Source)))
            return;
        foreach (var (field, value) in derivation.ValuesFor(draft[derivation.Source] as string))
        {
            if (!draft.IsSet(field))
                draft.Set(field, value is Derivation.Now ? context.Now : value);
        }
    }

    private bool IsUnchanged(DraftRecord draft, SObjectField field)
    {
        var statement = context.Database.Prepare(
            $"SELECT {SqlName.Quote(field.Column)} FROM {SqlName.Quote(draft.Type.Name)} WHERE {SqlName.Quote(SqlName.Key)} = ?");
        statement.Bind(1, draft.Key).Step();
        var stored = statement.Value(0);
        statement.Reset();
        return Equals(stored, draft[field]);
    }

    private void SetSystemFields(DraftRecord draft)
    {
        if (draft.IsNew)
        {
            Set(SystemFields.Id, draft.Id);
            Set(SystemFields.CreatedDate, context.Now);
            Set(SystemFields.CreatedById, context.User.UserId);
        }
        Set(SystemFields.LastModifiedDate, context.Now);
        Set(SystemFields.LastModifiedById, context.User.UserId);
        Set(SystemFields.SystemModstamp, context.Now);

        void Set(string name, object value)
        {
            if (draft.Type.FindField(name) is { } field)
                draft.Set(field, value);
        }
    }

    private static void RequireValues(DraftRecord draft, WriteRules rules)
    {
        List<string>? missing = null;
        foreach (var field in draft.IsNew ? rules.Required : rules.NotNullable)
        {
            if (draft.LacksValue(field))
                (missing ??= []).Add(field.Name);
        }
        if (missing is not null)
            draft.Fail(RecordErrors.RequiredMissing(missing));
    }
}
