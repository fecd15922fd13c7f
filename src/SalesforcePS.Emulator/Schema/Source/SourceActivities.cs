namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Lets tasks and events refer to the custom objects that allow activities, and files to all of them.</summary>
internal static class SourceActivities
{
    public static void Open(SourceTree tree, Dictionary<string, SObjectType> types)
    {
        var custom = tree.Objects.Where(source => SourceObjectReader.KindOf(source) == SourceObjectKind.Custom && types.ContainsKey(source.Name)).ToList();
        string[] active = [.. custom.Where(source => source.Definition!.Flag("enableActivities")).Select(source => source.Name)];
        AddTargets(types, "Task", "WhatId", active);
        AddTargets(types, "Event", "WhatId", active);
        AddTargets(types, "ContentDocumentLink", "LinkedEntityId", [.. custom.Select(source => source.Name)]);
    }

    private static void AddTargets(Dictionary<string, SObjectType> types, string typeName, string fieldName, string[] targets)
    {
        var type = types[typeName];
        if (targets.Length > 0)
        {
            types[typeName] = type.With(
                [.. type.Fields.Select(field => field.Name == fieldName ? field with { ReferenceTo = [.. field.ReferenceTo, .. targets] } : field)],
                type.Rules);
        }
    }
}
