namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>What a folder changes of a standard field: its picklist values, its label and its help.</summary>
internal static class SourceStandardField
{
    public static SObjectField Customize(SObjectField standard, SourceComponent component, SourceValueSets valueSets)
    {
        var element = component.Element;
        element.AllowOnly(SourceFieldElements.Known);
        var picklist = element.Has("valueSet") || element.Has("picklist") ? valueSets.Read(element, standard.Type) : null;
        var values = picklist is { Values.Count: > 0 } ? picklist.Values : standard.PicklistValues;
        var defaultValue = picklist is { Values.Count: > 0 } ? values.FirstOrDefault(value => value.IsDefault)?.Value : standard.DefaultValue;
        return standard with
        {
            Label = element.Text("label") ?? standard.Label,
            InlineHelpText = element.Text("inlineHelpText"),
            PicklistValues = values,
            DefaultValue = defaultValue,
            DefaultedOnCreate = standard.DefaultedOnCreate || defaultValue is not null,
            RestrictedPicklist = standard.RestrictedPicklist || picklist is { IsRestricted: true, Values.Count: > 0 },
            ControllingField = picklist?.ControllingField ?? standard.ControllingField,
        };
    }
}
