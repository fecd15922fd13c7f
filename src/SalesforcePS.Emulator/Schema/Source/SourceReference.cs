namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The relationship that a lookup, master-detail or hierarchy field makes.</summary>
internal sealed record SourceReference(IReadOnlyList<string> Targets, string RelationshipName, string? ChildRelationshipName, DeleteRule DeleteRule)
{
    private const string Suffix = "__r";

    public bool IsRequired { get; private init; }

    /// <summary>A detail stays with its master unless it may be reparented.</summary>
    public bool IsFixed { get; private init; }

    /// <summary>Null where this is no master-detail relationship.</summary>
    public int? Order { get; private init; }

    public static SourceReference Read(SourceComponent component, string typeName, HashSet<string> objectNames)
    {
        var element = component.Element;
        var isDetail = typeName == "MasterDetail";
        var childName = element.Text("relationshipName");
        return new SourceReference(
            [Target(element, typeName, objectNames)],
            component.Name[..^Suffix.Length] + Suffix,
            childName is null ? null : Prefix(component.Name) + childName + Suffix,
            isDetail ? DeleteRule.Cascade : Rule(element))
        {
            IsRequired = isDetail || element.Flag("required"),
            IsFixed = isDetail && !element.Flag("reparentableMasterDetail"),
            Order = isDetail ? element.Number("relationshipOrder") ?? 0 : null,
        };
    }

    private static string Target(SourceElement element, string typeName, HashSet<string> objectNames)
    {
        var name = typeName == "Hierarchy" ? "User" : element.RequiredText("referenceTo");
        return objectNames.TryGetValue(name, out var target)
            ? target
            : throw element.Mistake($"it refers to {name}, an object that neither the emulator nor the folder has", SourceFiles.Remedy);
    }

    private static DeleteRule Rule(SourceElement element) => element.Text("deleteConstraint") switch
    {
        null when element.Flag("required") => DeleteRule.Restrict,
        null or "SetNull" => DeleteRule.SetNull,
        "Restrict" => DeleteRule.Restrict,
        "Cascade" => DeleteRule.Cascade,
        var other => throw element.Mistake($"the deleteConstraint '{other}' is not known", "Use SetNull, Restrict or Cascade"),
    };

    // The namespace of a packaged field is that of its relationships too.
    private static string Prefix(string fieldName) =>
        fieldName.Split("__") is [var prefix, _, _] ? $"{prefix}__" : "";
}
