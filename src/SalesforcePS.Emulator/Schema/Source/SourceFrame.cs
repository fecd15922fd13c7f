namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The fields that an object has before its custom ones, by the kind of object that it is.</summary>
internal sealed class SourceFrame(SourceObject source, SourceObjectKind kind, SourceElement definition)
{
    private const int NameLength = 80;

    public string Label => definition.Text("label") ?? SchemaFileField.LabelFrom(source.Name);

    public char PrefixStart => kind switch
    {
        SourceObjectKind.CustomMetadataType => KeyPrefixes.Metadata,
        SourceObjectKind.PlatformEvent => KeyPrefixes.Event,
        _ => KeyPrefixes.Custom,
    };

    public IEnumerable<SObjectField> Fields(bool isDetail) => kind switch
    {
        SourceObjectKind.CustomMetadataType => MetadataFields.Of(Label),
        SourceObjectKind.PlatformEvent => EventFields.Of(Label),
        SourceObjectKind.CustomSetting => SettingFields.Of(Label, isHierarchy: definition.Text("customSettingsType") != "List"),
        _ => RecordFields(isDetail),
    };

    // Details of a master have no owner of their own.
    private IEnumerable<SObjectField> RecordFields(bool isDetail)
    {
        yield return SystemFields.IdField(Label);
        if (!isDetail)
            yield return SystemFields.OwnerField();
        yield return SystemFields.IsDeletedField();
        yield return NameField();
        if (source.RecordTypes.Any())
            yield return SystemFields.RecordTypeField();
        foreach (var field in SystemFields.AuditFields())
            yield return field;
    }

    private SObjectField NameField()
    {
        if (definition.Child("nameField") is not { } name)
            throw definition.Mistake("the element <nameField> is missing", "Add it");
        var format = name.Text("type") switch
        {
            "AutoNumber" => SourceAutoNumber.Read(name),
            "Text" => null,
            var other => throw definition.Mistake($"the nameField is of type '{other}'", "It must be Text or AutoNumber"),
        };
        return SystemFields.CustomNameField(name.Text("label") ?? $"{Label} Name", NameLength, format);
    }
}
