namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>What a folder changes of a standard field: its picklist values, default, label and help, and whether it is required.</summary>
internal static class SourceStandardField
{
    public static SObjectField Customize(SObjectField standard, SourceComponent component, SourceValueSets valueSets)
    {
        var element = component.Element;
        element.AllowOnly(SourceFieldElements.Known);
        var picklist = element.Has("valueSet") || element.Has("picklist") ? valueSets.Read(element, standard.Type) : null;
        var values = picklist is { Values.Count: > 0 } ? picklist.Values : standard.PicklistValues;
        var changesDefault = picklist is { Values.Count: > 0 } || element.Has("defaultValue");
        var (defaultValue, defaultFormula) = changesDefault ? SourceDefault.Read(element, standard.Type, values) : (standard.DefaultValue, null);
        return standard with
        {
            Label = element.Text("label") ?? standard.Label,
            InlineHelpText = element.Text("inlineHelpText"),
            PicklistValues = values,
            DefaultValue = defaultValue,
            DefaultFormula = defaultFormula,
            DefaultedOnCreate = standard.DefaultedOnCreate || defaultValue is not null || defaultFormula is not null,
            Nillable = standard.Nillable && !element.Flag("required"),
            RestrictedPicklist = standard.RestrictedPicklist || picklist is { IsRestricted: true, Values.Count: > 0 },
            ControllingField = picklist?.ControllingField ?? standard.ControllingField,
        };
    }
}
