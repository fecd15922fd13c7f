using System.Globalization;
using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>Picklist values and default values of a schema file.</summary>
internal static class SchemaFileValues
{
    public static IReadOnlyList<PicklistValue> Read(SchemaElement field)
    {
        var values = field.Items("values").Select(item => ReadValue(item, field.Location)).ToList();
        if (values.GroupBy(value => value.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw field.Location.Mistake($"the picklist value '{repeated.Key}' stands there twice", "Keep one of the two");
        if (values.Count(value => value.IsDefault) > 1)
            throw field.Location.Mistake("more than one picklist value is the default", "Keep one default");
        if (field.Flag("restricted") && values.Count == 0)
            throw field.Location.Mistake("a restricted picklist needs values", "Add the property 'values', or remove 'restricted'");
        return values;
    }

    /// <summary>Typed as stored values are.</summary>
    public static object? Default(SchemaElement field, FieldType type, IReadOnlyList<PicklistValue> values)
    {
        if (field.Value("defaultValue") is not { } json)
            return type == FieldType.Boolean ? false : values.FirstOrDefault(value => value.IsDefault)?.Value;
        var value = Convert(json, type)
            ?? throw field.WrongKind("defaultValue", "a value of the field's type (references, times and datetimes can have no default)", json);
        if (field.Flag("restricted") && !values.Any(known => known.Value.Equals(value as string, StringComparison.Ordinal)))
            throw field.Location.Mistake($"the defaultValue '{value}' is not among the values", "Add it to them");
        return value;
    }

    private static object? Convert(JsonElement json, FieldType type) => (type, json.ValueKind) switch
    {
        (FieldType.Boolean, JsonValueKind.True) => true,
        (FieldType.Boolean, JsonValueKind.False) => false,
        (FieldType.Int, JsonValueKind.Number) when json.TryGetInt32(out var number) => (long)number,
        (FieldType.Double or FieldType.Currency or FieldType.Percent, JsonValueKind.Number) => json.GetDouble(),
        (FieldType.Date, JsonValueKind.String) when DateOnly.TryParseExact(
            json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        (FieldType.String or FieldType.TextArea or FieldType.Email or FieldType.Phone or FieldType.Url
            or FieldType.Picklist or FieldType.MultiPicklist, JsonValueKind.String) when json.GetString() is { Length: > 0 } text => text,
        _ => null,
    };

    private static PicklistValue ReadValue(JsonElement item, SchemaLocation location)
    {
        if (item.ValueKind == JsonValueKind.String)
            return new PicklistValue(item.GetString()!, item.GetString()!, Active: true, IsDefault: false);
        var element = new SchemaElement(item, location, "value", "label", "active", "default");
        var value = element.RequiredText("value");
        return new PicklistValue(value, element.Text("label") ?? value, !element.Has("active") || element.Flag("active"), element.Flag("default"));
    }
}
