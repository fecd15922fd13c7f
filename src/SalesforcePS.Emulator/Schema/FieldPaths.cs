namespace SalesforcePS.Emulator.Schema;

/// <summary>Follows paths such as <c>Account.Owner.Alias</c>.</summary>
internal static class FieldPaths
{
    /// <summary>The references on the way and the field at the end, each with its object; empty where there is no such field.</summary>
    public static IReadOnlyList<(SObjectType Type, SObjectField Field)> Resolve(OrgSchema schema, SObjectType type, string path)
    {
        var names = path.Split('.');
        var steps = new List<(SObjectType, SObjectField)>(names.Length);
        foreach (var relationship in names[..^1])
        {
            if (type.FindRelationship(relationship) is not { } reference || Target(schema, reference, names[^1]) is not { } target)
                return [];
            steps.Add((type, reference));
            type = target;
        }
        if (type.FindField(names[^1]) is not { } field)
            return [];
        steps.Add((type, field));
        return steps;
    }

    /// <summary>Of several objects the last that has the field: an owner is a user before it is a queue.</summary>
    private static SObjectType? Target(OrgSchema schema, SObjectField reference, string fieldName) =>
        reference.ReferenceTo.Select(schema.Find).LastOrDefault(type => type?.FindField(fieldName) is not null)
        ?? reference.ReferenceTo.Select(schema.Find).FirstOrDefault(type => type is not null);
}
