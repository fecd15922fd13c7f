namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The values of picklists: their own, a global set's, or in the older form of metadata.</summary>
internal sealed class SourceValueSets(SourceTree tree)
{
    public SourcePicklist Read(SourceElement field, FieldType type)
    {
        if (type is not (FieldType.Picklist or FieldType.MultiPicklist))
            return SourcePicklist.None;
        if (field.Child("picklist") is { } older)
        {
            return new SourcePicklist(
                Values(older.Children("picklistValues")),
                older.Flag("restrictedPicklist"),
                older.Text("controllingField"));
        }
        if (field.Child("valueSet") is not { } set)
            return SourcePicklist.None;
        var values = set.Text("valueSetName") is { } name
            ? Global(set, name)
            : Values(set.Child("valueSetDefinition")?.Children("value") ?? []);
        var controlling = set.Text("controllingField");
        return new SourcePicklist(
            controlling is null ? values : [.. values.Select(value => value with { ValidFor = ControllingValues(set, value) })],
            // Who takes a global set takes its values only.
            set.Flag("restricted") || set.Has("valueSetName"),
            controlling);
    }

    /// <summary>Values of a value set, of a picklist in the older form, and of a standard value set.</summary>
    public static IReadOnlyList<PicklistValue> Values(IReadOnlyList<SourceElement> elements) => [.. elements.Select(element =>
    {
        var value = Uri.UnescapeDataString(element.RequiredText("fullName"));
        return new PicklistValue(
            value,
            element.Text("label") ?? value,
            !element.Has("isActive") || element.Flag("isActive"),
            element.Flag("default"))
        {
            IsConverted = element.Flag("converted"),
            ValidFor = element.Texts("controllingFieldValues"),
        };
    }).DistinctBy(value => value.Value, StringComparer.OrdinalIgnoreCase)];

    private IReadOnlyList<PicklistValue> Global(SourceElement set, string name)
    {
        if (tree.GlobalValueSets.TryGetValue(name, out var global))
            return Values(global.Children("customValue"));
        if (tree.StandardValueSets.TryGetValue(name, out var standard))
            return Values(standard.Children("standardValue"));
        throw set.Mistake($"there is no global value set {name} in the folder", "Add it, or leave the field out with a line in .forceignore or .emulatorignore");
    }

    private static IReadOnlyList<string> ControllingValues(SourceElement set, PicklistValue value) => [.. set.Children("valueSettings")
        .Where(setting => setting.Text("valueName") is { } name && Uri.UnescapeDataString(name).Equals(value.Value, StringComparison.OrdinalIgnoreCase))
        .SelectMany(setting => setting.Texts("controllingFieldValue"))];
}
