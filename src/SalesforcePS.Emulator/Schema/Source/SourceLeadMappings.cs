namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The custom fields of leads that a conversion carries over. What else the settings say is about a page.</summary>
internal static class SourceLeadMappings
{
    private const string Lead = "Lead";

    private static readonly string[] Targets = ["Account", "Contact", "Opportunity"];

    public static IReadOnlyList<LeadMapping> Read(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems) =>
        problems.Collect(tree.LeadConvertSettings?.Children("objectMapping") ?? [], mapping => Read(mapping, types));

    private static IEnumerable<LeadMapping> Read(SourceElement mapping, Dictionary<string, SObjectType> types)
    {
        if (mapping.RequiredText("inputObject") is var source and not Lead)
            throw mapping.Mistake($"the inputObject is '{source}'", "It must be Lead");
        var target = mapping.RequiredText("outputObject");
        if (!Targets.Contains(target, StringComparer.Ordinal))
            throw mapping.Mistake($"the outputObject is '{target}'", $"It must be one of {string.Join(", ", Targets)}");
        return [.. mapping.Children("mappingFields").Select(pair => new LeadMapping(
            Field(pair, "inputField", types[Lead], isTarget: false), target, Field(pair, "outputField", types[target], isTarget: true)))];
    }

    private static string Field(SourceElement pair, string element, SObjectType type, bool isTarget)
    {
        var name = pair.RequiredText(element);
        return type.FindField(name) is { HasColumn: true } field && (!isTarget || field.Createable)
            ? field.Name
            : throw pair.Mistake($"the {element} is '{name}', which is no field of {type.Name}{(isTarget ? " that can be written" : "")}", SourceFiles.Remedy);
    }
}
