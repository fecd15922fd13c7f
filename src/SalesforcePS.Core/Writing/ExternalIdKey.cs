using System.Globalization;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Compares external ids as Salesforce does: numbers by value, text in any case unless the field is case-sensitive.</summary>
internal sealed class ExternalIdKey(FieldDescription field)
{
    private readonly bool isNumber = field.Type is FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent;

    /// <summary>The key as a query's parameter; null where the text is not a number and the field is one.</summary>
    public object? Parameter(string text)
    {
        if (!isNumber)
            return text;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A form in which equal keys are equal. Salesforce keeps numbers as doubles.</summary>
    public object Normalize(object value)
    {
        if (isNumber)
            return Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        return field.CaseSensitive ? text : text.ToUpperInvariant();
    }
}
