using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas;

/// <summary>Compiles all formulas of a schema and tells of each that is wrong, or that the emulator does not support.</summary>
internal static class FormulaCompiler
{
    public static IReadOnlyList<SchemaException> Compile(OrgSchema schema)
    {
        var problems = new List<SchemaException>();
        foreach (var type in schema.Types)
        {
            foreach (var field in type.Fields)
            {
                if (field.Formula is { } formula)
                    Compile(formula, type, ResultOf(field.Type));
                if (field.DefaultFormula is { } defaultValue)
                    Compile(defaultValue, null, DefaultOf(field.Type));
            }
            foreach (var rule in type.ValidationRules)
                Compile(rule.Condition, type, FormulaType.Boolean);
        }
        foreach (var process in schema.ApprovalProcesses)
        {
            foreach (var (formula, target) in process.Formulas())
                Compile(formula, schema.Find(process.ObjectName), target is null ? FormulaType.Boolean : DefaultOf(target.Type));
        }
        if (problems.Count == 0)
            problems.AddRange(schema.Types.SelectMany(type => type.Fields).Where(IsCircular).Select(Circular));
        return problems;

        void Compile(Formula formula, SObjectType? type, FormulaType result)
        {
            try
            {
                formula.Compile(schema, type, result);
            }
            catch (FormulaException exception)
            {
                problems.Add(new SchemaException($"{formula.Location}: the formula cannot be used: {exception.Message}."));
            }
        }
    }

    private static FormulaType ResultOf(FieldType type) => FormulaValue.TypeOf(type) ?? FormulaType.Text;

    private static FormulaType DefaultOf(FieldType type) =>
        FormulaValue.TypeOf(type) is { } result and not (FormulaType.Picklist or FormulaType.MultiPicklist) ? result : FormulaType.Text;

    private static bool IsCircular(SObjectField field)
    {
        var seen = new HashSet<SObjectField>();
        return field.Formula is not null && Leads(field);

        bool Leads(SObjectField from) =>
            from.Formula is { } formula && formula.Computed.Any(next => next == field || (seen.Add(next) && Leads(next)));
    }

    private static SchemaException Circular(SObjectField field) =>
        new($"{field.Formula!.Location}: the formula refers to itself, directly or through other fields.");
}
