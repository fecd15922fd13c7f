using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Schema;

/// <summary>The duplicate rules and the assignment rule of an object in a schema file.</summary>
internal static class SchemaFileRules
{
    private const string AssignmentRulePrefix = "01Q";

    public static IReadOnlyList<DuplicateRule> ReadDuplicateRules(SchemaElement owner, IReadOnlyList<SObjectField> fields)
    {
        return [.. owner.Items("duplicateRules").Select(json =>
        {
            var rule = new SchemaElement(json, owner.Location, "name", "fields", "action");
            var names = rule.Texts("fields");
            if (names.Count == 0)
                throw owner.Location.Mistake("a duplicate rule has no fields", "Name the fields whose values make two records duplicates");
            return new DuplicateRule(rule.Text("name") ?? string.Join('+', names), [.. names.Select(FieldOf)], Blocks(rule), Blocks(rule));
        })];

        SObjectField FieldOf(string name) =>
            fields.FirstOrDefault(field => field.HasColumn && field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw owner.Location.Mistake($"a duplicate rule names the field '{name}', which there is not", "Name fields of this object");
    }

    public static AssignmentRule? ReadAssignmentRule(SchemaElement owner, IReadOnlyList<SObjectField> fields)
    {
        if (owner.Value("assignmentRule") is not { } json)
            return null;
        var rule = new SchemaElement(json, owner.Location, "id", "owner");
        if (!fields.Any(field => field is { Name: SystemFields.OwnerId, Createable: true }))
            throw owner.Location.Mistake("it has an assignmentRule, but its records have no owner", "Remove the rule");
        var text = rule.Text("id") ?? SalesforceId.Create(AssignmentRulePrefix, 1);
        if (!SalesforceId.TryNormalize(text, out var id))
            throw owner.Location.Mistake($"the id '{text}' of the assignmentRule is no record id", "Write an id of 15 or 18 characters, or leave it out");
        return new AssignmentRule(id, rule.RequiredText("owner"));
    }

    private static bool Blocks(SchemaElement rule) => rule.Text("action") switch
    {
        null or "block" => true,
        "allow" => false,
        var other => throw rule.Location.Mistake($"the action '{other}' of a duplicate rule is not known", "Use block or allow"),
    };
}
