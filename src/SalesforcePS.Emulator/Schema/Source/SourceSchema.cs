using SalesforcePS.Emulator.Schema.Source.Pages;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Reads a folder of Salesforce DX source (docs/EMULATOR.md) and adds what it declares to the standard objects.</summary>
internal static class SourceSchema
{
    private const string Activity = "Activity";

    /// <exception cref="SchemaException">Something in it is wrong or not supported; the message names every file and reason.</exception>
    public static OrgSchema Load(string folder, KeyPrefixes prefixes)
    {
        var problems = new SourceProblems(folder);
        var tree = SourceTree.Read(new SourceFiles(folder), problems);
        var types = StandardSchema.Load().ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        SourceStandardValues.Apply(tree, types, problems);
        var declared = tree.Objects.Where(source => source.Definition is not null).Select(source => source.Name);
        var names = types.Keys.Concat(declared).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var valueSets = new SourceValueSets(tree);
        var reader = new SourceObjectReader(new SourceField(valueSets, names), valueSets, new SourceRules(problems), prefixes, problems);
        foreach (var source in tree.Objects)
            problems.Catch(() => Add(source, types, reader));
        SourceRollUps.GiveTypes(types);
        SourceActivities.Open(tree, types);
        SourceDuplicates.Apply(tree, types, problems);
        SourceLookupFilters.Apply(tree, types, problems);
        var schema = new OrgSchema([.. types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)])
        {
            Labels = tree.Labels,
            LeadMappings = SourceLeadMappings.Read(tree, types, problems),
            Records = SourceRecords.Read(tree, types, problems),
            ApprovalProcesses = SourceApprovals.Read(tree, types, problems),
        };
        var columns = new SourceColumns(types);
        SourceListViews.Apply(tree, schema, columns, problems);
        SourceLayouts.Apply(tree, schema, columns, problems);
        foreach (var problem in SchemaCheck.Check(schema))
            problems.Add(problem);
        problems.Throw();
        return schema;
    }

    private static void Add(SourceObject source, Dictionary<string, SObjectType> types, SourceObjectReader reader)
    {
        if (source.Name.Equals(Activity, StringComparison.OrdinalIgnoreCase))
        {
            // Custom fields of activities are those of tasks and of events; their parents list the tasks.
            types["Task"] = reader.Extend(types["Task"], source);
            types["Event"] = WithoutChildNames(reader.Extend(types["Event"], source));
        }
        else if (types.TryGetValue(source.Name, out var standard))
        {
            types[source.Name] = reader.Extend(standard, source);
        }
        else if (SourceObjectReader.KindOf(source) != SourceObjectKind.Standard && (source.Definition is not null || source.SchemaParts.Any()))
        {
            types[source.Name] = reader.Create(source);
        }
        else if (source.SchemaParts.FirstOrDefault() is { } component)
        {
            throw component.Element.Mistake($"the emulator has no object {source.Name}, and the folder does not declare it", SourceFiles.Remedy);
        }
    }

    private static SObjectType WithoutChildNames(SObjectType type) => type.With(
        [.. type.Fields.Select(field => field.Custom ? field with { ChildRelationshipName = null } : field)], type.Rules);
}
