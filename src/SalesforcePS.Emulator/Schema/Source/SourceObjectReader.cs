namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Makes an sObject of what the files say of it.</summary>
internal sealed class SourceObjectReader(SourceField fields, SourceValueSets valueSets, SourceRules rules, KeyPrefixes prefixes, SourceProblems problems)
{
    public static SourceObjectKind KindOf(SourceObject source) => source.Name switch
    {
        _ when source.Name.EndsWith("__mdt", StringComparison.OrdinalIgnoreCase) => SourceObjectKind.CustomMetadataType,
        _ when source.Name.EndsWith("__e", StringComparison.OrdinalIgnoreCase) => SourceObjectKind.PlatformEvent,
        _ when !source.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase) => SourceObjectKind.Standard,
        _ when source.Definition?.Has("customSettingsType") == true => SourceObjectKind.CustomSetting,
        _ => SourceObjectKind.Custom,
    };

    public SObjectType Extend(SObjectType standard, SourceObject source)
    {
        source.Definition?.AllowOnly(SourceObjectElements.Known);
        var all = standard.Fields.ToList();
        foreach (var component in source.Fields)
        {
            problems.Catch(() =>
            {
                var index = all.FindIndex(field => field.Name.Equals(component.Name, StringComparison.OrdinalIgnoreCase));
                if (index >= 0)
                    all[index] = SourceStandardField.Customize(all[index], component, valueSets);
                else
                    all.AddRange(fields.Read(Custom(component, standard.Name), standard.Name));
            });
        }
        if (source.RecordTypes.Any() && standard.FindField(SystemFields.RecordTypeId) is null)
            throw source.RecordTypes.First().Element.Mistake($"{standard.Name} has no record types in the emulator", SourceFiles.Remedy);
        return standard.With(all, standard.Rules with
        {
            ValidationRules = [.. standard.ValidationRules, .. rules.Validations(source, all)],
            RecordTypes = rules.RecordTypes(source),
        });
    }

    public SObjectType Create(SourceObject source)
    {
        var kind = KindOf(source);
        var definition = source.Definition ?? throw new SchemaException(
            $"{source.File}: the folder has no {source.Name}.object-meta.xml, and the emulator no object {source.Name}. Add the file, or leave out what belongs to the object.");
        definition.AllowOnly(SourceObjectElements.Known);
        SourceNames.Check(definition, source.Name);
        var custom = problems.Collect(source.Fields, component => fields.Read(component, source.Name));
        var frame = new SourceFrame(source, kind, definition);
        List<SObjectField> all = [.. frame.Fields(isDetail: custom.Any(field => field.RelationshipOrder is not null)), .. custom];
        return new SObjectType(all)
        {
            Name = source.Name,
            Label = frame.Label,
            LabelPlural = definition.Text("pluralLabel") ?? frame.Label,
            KeyPrefix = prefixes.Of(source.Name, frame.PrefixStart),
            Custom = true,
            CustomSetting = kind == SourceObjectKind.CustomSetting,
            Createable = kind != SourceObjectKind.CustomMetadataType,
            Updateable = kind is SourceObjectKind.Custom or SourceObjectKind.CustomSetting,
            Deletable = kind is SourceObjectKind.Custom or SourceObjectKind.CustomSetting,
            Undeletable = kind == SourceObjectKind.Custom,
            Queryable = kind != SourceObjectKind.PlatformEvent,
            Retrieveable = kind != SourceObjectKind.PlatformEvent,
            Searchable = kind == SourceObjectKind.Custom && (!definition.Has("enableSearch") || definition.Flag("enableSearch")),
            Replicateable = kind is SourceObjectKind.Custom or SourceObjectKind.CustomSetting,
            Layoutable = kind == SourceObjectKind.Custom,
            Rules = new SObjectRules
            {
                // The records of custom metadata types are never written here, so there is nothing to validate.
                ValidationRules = kind == SourceObjectKind.CustomMetadataType ? [] : rules.Validations(source, all),
                RecordTypes = rules.RecordTypes(source),
            },
        };
    }

    private static SourceComponent Custom(SourceComponent component, string objectName) =>
        component.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase)
            ? component
            : throw component.Element.Mistake($"{objectName} has no field {component.Name} in the emulator", SourceFiles.Remedy);
}
