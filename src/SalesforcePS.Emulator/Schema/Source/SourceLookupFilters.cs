using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>A required lookup filter is a rule about the record and the one that it refers to, and so a formula over both.</summary>
internal static class SourceLookupFilters
{
    private const string OwnFields = "$Source.";
    private const string StandardMessage = "Value does not exist or does not match filter criteria.";

    public static void Apply(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems)
    {
        var schema = new OrgSchema([.. types.Values]);
        foreach (var source in tree.Objects.Where(source => types.ContainsKey(source.Name)))
        {
            var type = types[source.Name];
            var rules = problems.Collect(source.Fields, field => Rules(field, type, schema));
            if (rules.Count > 0)
                types[source.Name] = type.With(type.Fields, type.Rules with { ValidationRules = [.. type.ValidationRules, .. rules] });
        }
    }

    // An optional filter only narrows down what a page offers.
    private static IEnumerable<ValidationRule> Rules(SourceComponent component, SObjectType type, OrgSchema schema)
    {
        if (component.Element.Child("lookupFilter") is not { } filter || !filter.Flag("active") || filter.Flag("isOptional"))
            return [];
        if (type.FindField(component.Name) is not { RelationshipName: { } relationship, ReferenceTo: [var target] } field)
            throw component.Element.Mistake("the emulator does not support a lookup filter on this field", SourceFiles.Remedy);
        var items = new SourceFilterFormula(new PathResolver(schema, type, blankIsZero: false), path => PathOf(path, relationship, target));
        string[] conditions = [.. filter.Children("filterItems").Select(items.Condition)];
        var text = $"AND(NOT(ISBLANK({field.Name})), IF({SourceFilterFormula.Combine(filter, conditions)}, FALSE, TRUE))";
        return
        [
            new ValidationRule(
                component.Name,
                new Formula(text, FormulaUse.ValidationRule, component.Element.File),
                filter.Text("errorMessage") ?? StandardMessage,
                field.Name)
            {
                StatusCode = StatusCode.FieldFilterValidationException,
            },
        ];
    }

    private static string PathOf(string field, string relationship, string target)
    {
        if (field.StartsWith(OwnFields, StringComparison.OrdinalIgnoreCase))
            return field[OwnFields.Length..];
        return field.StartsWith($"{target}.", StringComparison.OrdinalIgnoreCase) ? $"{relationship}{field[target.Length..]}" : field;
    }
}
