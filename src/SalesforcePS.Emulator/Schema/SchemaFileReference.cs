namespace SalesforcePS.Emulator.Schema;

/// <summary>The relationship that a reference field of a schema file makes.</summary>
internal sealed record SchemaFileReference(
    IReadOnlyList<string> Targets, string RelationshipName, string? ChildRelationshipName, DeleteRule DeleteRule)
{
    private const string Suffix = "__r";

    public static SchemaFileReference Read(SchemaElement element, string fieldName, IReadOnlySet<string> objectNames)
    {
        var targets = element.Texts("referenceTo");
        if (targets.Count == 0)
            throw element.Location.Mistake("the property 'referenceTo' is missing", "Name the object that the field refers to");
        if (targets.FirstOrDefault(target => !objectNames.Contains(target)) is { } unknown)
            throw element.Location.Mistake($"there is no object '{unknown}'", "Refer to a standard object or to one of the objects of this file, in its exact spelling");
        var relationshipName = element.Text("relationshipName") ?? fieldName[..^Suffix.Length] + Suffix;
        RequireSuffix(element, "relationshipName", relationshipName);
        var childName = element.Text("childRelationshipName");
        RequireSuffix(element, "childRelationshipName", childName);
        return new SchemaFileReference([.. targets], relationshipName, childName, ReadRule(element));
    }

    private static void RequireSuffix(SchemaElement element, string property, string? name)
    {
        if (name is not null && (!name.EndsWith(Suffix, StringComparison.Ordinal) || name.Length == Suffix.Length))
            throw element.Location.Mistake($"the {property} '{name}' does not end with {Suffix}", $"Relationships of custom fields do: write '{name}{Suffix}'");
    }

    private static DeleteRule ReadRule(SchemaElement element)
    {
        var text = element.Text("deleteRule") ?? (element.Flag("required") ? nameof(DeleteRule.Restrict) : nameof(DeleteRule.SetNull));
        if (!Enum.TryParse<DeleteRule>(text, ignoreCase: true, out var rule) || !Enum.IsDefined(rule))
            throw element.Location.Mistake($"the deleteRule '{text}' is not known", "Use setNull, restrict or cascade");
        if (rule == DeleteRule.SetNull && element.Flag("required"))
            throw element.Location.Mistake("a required reference cannot be cleared when its parent is deleted", "Use the deleteRule restrict or cascade");
        return rule;
    }
}
