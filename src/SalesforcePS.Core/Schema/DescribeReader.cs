using System.Text.Json;

namespace SalesforcePS.Core.Schema;

/// <summary>Reads the answers of <c>/sobjects</c> and <c>/sobjects/X/describe</c>.</summary>
internal static class DescribeReader
{
    public static ObjectDescription Read(JsonElement describe) => new(
        ReadSummary(describe),
        [.. describe.GetProperty("fields").EnumerateArray().Select(ReadField)],
        [.. describe.GetProperty("childRelationships").EnumerateArray().Select(ReadChild)]);

    /// <summary>Reads the answer of <c>/sobjects</c>.</summary>
    public static IReadOnlyList<ObjectSummary> ReadGlobal(JsonElement global) => [.. global.GetProperty("sobjects").EnumerateArray().Select(ReadSummary)];

    private static ObjectSummary ReadSummary(JsonElement describe) =>
        new(describe.GetProperty("name").GetString()!, Text(describe, "label") ?? "")
        {
            LabelPlural = Text(describe, "labelPlural") ?? "",
            KeyPrefix = Text(describe, "keyPrefix"),
            Custom = Flag(describe, "custom"),
            CustomSetting = Flag(describe, "customSetting"),
            Queryable = Flag(describe, "queryable"),
            Searchable = Flag(describe, "searchable"),
            Retrieveable = Flag(describe, "retrieveable"),
            Createable = Flag(describe, "createable"),
            Updateable = Flag(describe, "updateable"),
            Deletable = Flag(describe, "deletable"),
            Undeletable = Flag(describe, "undeletable"),
            Mergeable = Flag(describe, "mergeable"),
            Replicateable = Flag(describe, "replicateable"),
            Triggerable = Flag(describe, "triggerable"),
        };

    private static ChildRelationship ReadChild(JsonElement child) => new(
        child.GetProperty("childSObject").GetString()!,
        Text(child, "field") ?? "",
        Text(child, "relationshipName"),
        Flag(child, "cascadeDelete"),
        Flag(child, "restrictedDelete"));

    private static FieldDescription ReadField(JsonElement field) =>
        new(field.GetProperty("name").GetString()!, Text(field, "label") ?? "", ReadType(field.GetProperty("type").GetString()))
        {
            TypeName = Text(field, "type") ?? "",
            ReferenceTo = [.. field.GetProperty("referenceTo").EnumerateArray().Select(target => target.GetString()!)],
            RelationshipName = Text(field, "relationshipName"),
            CascadeDelete = Flag(field, "cascadeDelete"),
            Createable = Flag(field, "createable"),
            Updateable = Flag(field, "updateable"),
            Filterable = Flag(field, "filterable"),
            Sortable = Flag(field, "sortable"),
            Groupable = Flag(field, "groupable"),
            IdLookup = Flag(field, "idLookup"),
            ExternalId = Flag(field, "externalId"),
            Unique = Flag(field, "unique"),
            CaseSensitive = Flag(field, "caseSensitive"),
            Nillable = Flag(field, "nillable"),
            DefaultedOnCreate = Flag(field, "defaultedOnCreate"),
            DefaultValue = Value(field, "defaultValue") ?? Text(field, "defaultValueFormula"),
            Length = Number(field, "length"),
            Precision = Number(field, "precision"),
            Scale = Number(field, "scale"),
            Digits = Number(field, "digits"),
            Custom = Flag(field, "custom"),
            NameField = Flag(field, "nameField"),
            AutoNumber = Flag(field, "autoNumber"),
            Calculated = Flag(field, "calculated"),
            Formula = Text(field, "calculatedFormula"),
            HelpText = Text(field, "inlineHelpText"),
            CompoundFieldName = Text(field, "compoundFieldName"),
            ControllerName = Text(field, "controllerName"),
            RestrictedPicklist = Flag(field, "restrictedPicklist"),
            PicklistValues = [.. Items(field, "picklistValues").Select(ReadValue)],
        };

    private static PicklistValue ReadValue(JsonElement value) =>
        new(value.GetProperty("value").GetString()!, Text(value, "label") ?? "", Flag(value, "active"), Flag(value, "defaultValue"));

    private static FieldType ReadType(string? type) =>
        Enum.TryParse<FieldType>(type, ignoreCase: true, out var known) ? known : FieldType.Unknown;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Value(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value.ToString() : null;

    private static int Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
