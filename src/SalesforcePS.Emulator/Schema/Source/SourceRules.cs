using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The validation rules and record types of an object.</summary>
internal sealed class SourceRules(SourceProblems problems)
{
    private static readonly HashSet<string> RuleElements =
        ["active", "description", "errorConditionFormula", "errorDisplayField", "errorMessage", "fullName", "shouldEvaluateOnClient"];

    private static readonly HashSet<string> RecordTypeElements =
        ["active", "businessProcess", "compactLayoutAssignment", "description", "fullName", "label", "picklistValues"];

    /// <summary>The active ones, in the order of their names.</summary>
    public IReadOnlyList<ValidationRule> Validations(SourceObject source, IReadOnlyList<SObjectField> fields) => problems.Collect(
        source.ValidationRules.OrderBy(rule => rule.Name, StringComparer.Ordinal),
        rule => Read(rule, fields));

    public IReadOnlyList<RecordTypeDefinition> RecordTypes(SourceObject source) => problems.Collect(
        source.RecordTypes.OrderBy(recordType => recordType.Name, StringComparer.Ordinal),
        IEnumerable<RecordTypeDefinition> (recordType) => [Read(recordType)]);

    private static IEnumerable<ValidationRule> Read(SourceComponent rule, IReadOnlyList<SObjectField> fields)
    {
        var element = rule.Element;
        element.AllowOnly(RuleElements);
        if (!element.Flag("active"))
            return [];
        var display = element.Text("errorDisplayField");
        if (display is not null && !fields.Any(field => field.Name.Equals(display, StringComparison.OrdinalIgnoreCase)))
            throw element.Mistake($"the errorDisplayField '{display}' is no field of the object", "Name one of its fields, or remove the element");
        var formula = new Formula(element.RequiredText("errorConditionFormula"), FormulaUse.ValidationRule, element.File);
        return [new ValidationRule(rule.Name, formula, element.RequiredText("errorMessage"), display)];
    }

    private static RecordTypeDefinition Read(SourceComponent recordType)
    {
        var element = recordType.Element;
        element.AllowOnly(RecordTypeElements);
        return new RecordTypeDefinition(
            recordType.Name,
            element.Text("label") ?? recordType.Name,
            element.Text("description"),
            element.Flag("active"),
            element.Children("picklistValues").ToDictionary(
                values => values.RequiredText("picklist"),
                values => SourceValueSets.Values(values.Children("values")),
                StringComparer.OrdinalIgnoreCase));
    }
}
