using System.Text.Json;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>Lays the records of sObject trees out level by level, those of one type together.</summary>
internal sealed class TreeReader(OrgSchema schema)
{
    private const string Records = "records";
    private const int MostRecords = 200;
    private const int MostTypes = 5;
    private const int MostLevels = 5;

    private readonly List<TreeNode> nodes = [];

    public IReadOnlyList<TreeNode> Read(JsonElement body, SObjectType rootType)
    {
        ReadAll(body, rootType, parent: null, parentField: null, level: 1);
        if (nodes.Count > MostRecords)
            throw TreeErrors.TooMany("records", MostRecords);
        if (nodes.Select(node => node.Input.Type).Distinct(StringComparer.OrdinalIgnoreCase).Count() > MostTypes)
            throw TreeErrors.TooMany("types of records", MostTypes);
        return [.. nodes.GroupBy(node => node.Level).OrderBy(level => level.Key).SelectMany(level => level.GroupBy(node => node.Input.Type).SelectMany(group => group))];
    }

    private void ReadAll(JsonElement owner, SObjectType type, TreeNode? parent, string? parentField, int level)
    {
        if (level > MostLevels)
            throw TreeErrors.TooMany("levels", MostLevels);
        foreach (var record in JsonMembers.Array(owner, Records))
            ReadOne(record, type, parent, parentField, level);
    }

    private void ReadOne(JsonElement record, SObjectType type, TreeNode? parent, string? parentField, int level)
    {
        var attributes = JsonMembers.Find(record, "attributes") ?? throw RestBody.Malformed("Each record of a tree must have attributes.");
        var referenceId = JsonMembers.Text(attributes, "referenceId");
        var ownType = JsonMembers.Text(attributes, "type");
        if (!ownType.Equals(type.Name, StringComparison.OrdinalIgnoreCase))
            throw TreeErrors.WrongType(referenceId, ownType, type.Name);
        var children = record.EnumerateObject().Where(IsChildren).ToList();
        var input = JsonRecordReader.Read(record, type.Name, isLeftOut: IsChildren);
        var node = new TreeNode(referenceId, input, level, parent, parentField);
        nodes.Add(node);
        foreach (var child in children)
        {
            var relationship = type.FindChildRelationship(child.Name) ?? throw TreeErrors.UnknownRelationship(child.Name, type.Name);
            ReadAll(child.Value, schema.Find(relationship.ChildSObject)!, node, relationship.Field, level + 1);
        }
    }

    private static bool IsChildren(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty(Records, out _);
}
