using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The default value of a checkbox, the marked value of a picklist, or the formula that makes the value.</summary>
internal static class SourceDefault
{
    public static (object? Value, Formula? Formula) Read(SourceElement element, FieldType type, IReadOnlyList<PicklistValue> values)
    {
        if (type == FieldType.Boolean)
            return (element.Flag("defaultValue"), null);
        return element.Text("defaultValue") is { } text
            ? (null, new Formula(text, FormulaUse.DefaultValue, element.File))
            : (values.FirstOrDefault(value => value.IsDefault)?.Value, null);
    }
}
