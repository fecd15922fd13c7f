namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>A geolocation field: the compound field, and its latitude and longitude.</summary>
internal static class SourceLocation
{
    private const int LocationPrecision = 18;

    public static IEnumerable<SObjectField> Read(SourceComponent component)
    {
        var element = component.Element;
        var label = element.Text("label") ?? SchemaFileField.LabelFrom(component.Name);
        var stem = component.Name[..^"c".Length];
        var inDecimal = element.Flag("displayLocationInDecimal");
        yield return new SObjectField
        {
            Name = component.Name,
            Label = label,
            Type = FieldType.Location,
            Custom = true,
            Nillable = true,
            Filterable = true,
            DisplayLocationInDecimal = inDecimal,
            InlineHelpText = element.Text("inlineHelpText"),
        };
        foreach (var part in (string[])["Latitude", "Longitude"])
        {
            yield return new SObjectField
            {
                Name = $"{stem}{part}__s",
                Label = $"{label} ({part})",
                Type = FieldType.Double,
                Precision = LocationPrecision,
                Scale = element.Within("scale", 0, 15, absent: 0),
                Custom = true,
                Createable = true,
                Updateable = true,
                Nillable = !element.Flag("required"),
                Filterable = true,
                Sortable = true,
                CompoundFieldName = component.Name,
                DisplayLocationInDecimal = inDecimal,
            };
        }
    }
}
