using System.Text.Json;

namespace SalesforcePS.Core.Schema;

/// <summary>Reads the answer of <c>/sobjects/X/describe</c>.</summary>
internal static class DescribeReader
{
    public static ObjectDescription Read(JsonElement describe)
    {
        var children = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in describe.GetProperty("childRelationships").EnumerateArray())
        {
            // Children without a name cannot be queried; a name is unique per object.
            if (Text(child, "relationshipName") is { } name)
                children[name] = child.GetProperty("childSObject").GetString()!;
        }
        return new ObjectDescription(
            describe.GetProperty("name").GetString()!,
            Text(describe, "label") ?? "",
            Text(describe, "keyPrefix"),
            [.. describe.GetProperty("fields").EnumerateArray().Select(ReadField)],
            children);
    }

    /// <summary>Reads the answer of <c>/sobjects</c>.</summary>
    public static IReadOnlyList<(string Name, string? KeyPrefix)> ReadGlobal(JsonElement global) =>
        [.. global.GetProperty("sobjects").EnumerateArray().Select(entry => (entry.GetProperty("name").GetString()!, Text(entry, "keyPrefix")))];

    private static FieldDescription ReadField(JsonElement field) =>
        new(field.GetProperty("name").GetString()!, Text(field, "label") ?? "", ReadType(field.GetProperty("type").GetString()))
        {
            ReferenceTo = [.. field.GetProperty("referenceTo").EnumerateArray().Select(target => target.GetString()!)],
            RelationshipName = Text(field, "relationshipName"),
            Createable = Flag(field, "createable"),
            Updateable = Flag(field, "updateable"),
            IdLookup = Flag(field, "idLookup"),
            ExternalId = Flag(field, "externalId"),
            CaseSensitive = Flag(field, "caseSensitive"),
            Nillable = Flag(field, "nillable"),
            DefaultedOnCreate = Flag(field, "defaultedOnCreate"),
            Length = field.TryGetProperty("length", out var length) ? length.GetInt32() : 0,
            AllowedValues = Flag(field, "restrictedPicklist") ? ReadValues(field) : null,
        };

    private static string[] ReadValues(JsonElement field) =>
        [.. field.GetProperty("picklistValues").EnumerateArray().Where(value => Flag(value, "active")).Select(value => value.GetProperty("value").GetString()!)];

    private static FieldType ReadType(string? type) =>
        Enum.TryParse<FieldType>(type, ignoreCase: true, out var known) ? known : FieldType.Unknown;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
