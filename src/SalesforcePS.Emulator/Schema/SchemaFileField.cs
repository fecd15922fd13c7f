using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Schema;

/// <summary>One custom field of a schema file, checked as the set-up pages of an org would check it.</summary>
internal static partial class SchemaFileField
{
    private const string AutoNumberType = "autonumber";
    private const int MaximumNameLength = 43;

    private static readonly string[] Properties =
    [
        "name", "label", "type", "length", "precision", "scale", "required", "unique", "caseSensitive", "externalId", "restricted",
        "values", "referenceTo", "relationshipName", "childRelationshipName", "deleteRule", "defaultValue", "displayFormat",
    ];

    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = FieldType.String,
        ["textarea"] = FieldType.TextArea,
        ["boolean"] = FieldType.Boolean,
        ["int"] = FieldType.Int,
        ["double"] = FieldType.Double,
        ["currency"] = FieldType.Currency,
        ["percent"] = FieldType.Percent,
        ["date"] = FieldType.Date,
        ["datetime"] = FieldType.DateTime,
        ["time"] = FieldType.Time,
        ["email"] = FieldType.Email,
        ["phone"] = FieldType.Phone,
        ["url"] = FieldType.Url,
        ["picklist"] = FieldType.Picklist,
        ["multipicklist"] = FieldType.MultiPicklist,
        ["reference"] = FieldType.Reference,
        ["encryptedstring"] = FieldType.EncryptedString,
        [AutoNumberType] = FieldType.String,
    };

    public static SObjectField Read(System.Text.Json.JsonElement json, SchemaLocation objectLocation, IReadOnlySet<string> objectNames)
    {
        var element = new SchemaElement(json, objectLocation, Properties);
        var name = element.RequiredText("name");
        element.Location = objectLocation with { FieldName = name };
        CheckName(element.Location, name);
        var typeName = element.RequiredText("type");
        if (!Types.TryGetValue(typeName, out var type))
            throw element.Location.Mistake($"the type '{typeName}' is not known", $"Use one of: {string.Join(", ", Types.Keys)}");
        var isAutoNumber = typeName.Equals(AutoNumberType, StringComparison.OrdinalIgnoreCase);
        SchemaFileFieldCheck.Check(element, type, isAutoNumber);
        var values = SchemaFileValues.Read(element);
        var reference = type == FieldType.Reference ? SchemaFileReference.Read(element, name, objectNames) : null;
        var defaultValue = SchemaFileValues.Default(element, type, values);
        var length = type == FieldType.Reference ? SalesforceId.Length : element.Number("length") ?? FieldTypeDefaults.Length(type);
        return new SObjectField
        {
            Name = name,
            Label = element.Text("label") ?? LabelFrom(name),
            Type = type,
            Length = length,
            Precision = element.Number("precision") ?? FieldTypeDefaults.Precision(type),
            Scale = element.Number("scale") ?? FieldTypeDefaults.Scale(type),
            Digits = FieldTypeDefaults.Digits(type),
            Custom = true,
            Createable = !isAutoNumber,
            Updateable = !isAutoNumber,
            Filterable = CustomFieldTraits.IsFilterable(type, length),
            Groupable = CustomFieldTraits.IsGroupable(type, length),
            Sortable = CustomFieldTraits.IsSortable(type, length),
            Nillable = type != FieldType.Boolean && !element.Flag("required") && !isAutoNumber,
            DefaultedOnCreate = isAutoNumber || type == FieldType.Boolean || defaultValue is not null,
            DefaultValue = defaultValue,
            Unique = element.Flag("unique"),
            CaseSensitive = element.Flag("caseSensitive"),
            ExternalId = element.Flag("externalId"),
            IdLookup = element.Flag("externalId"),
            AutoNumber = isAutoNumber,
            AutoNumberFormat = element.Text("displayFormat"),
            RestrictedPicklist = element.Flag("restricted"),
            PicklistValues = values,
            ReferenceTo = reference?.Targets ?? [],
            RelationshipName = reference?.RelationshipName,
            ChildRelationshipName = reference?.ChildRelationshipName,
            DeleteRule = reference?.DeleteRule ?? DeleteRule.SetNull,
        };
    }

    public static string LabelFrom(string name) => name.Replace("__c", "", StringComparison.OrdinalIgnoreCase).Replace('_', ' ');

    public static void CheckName(SchemaLocation location, string name)
    {
        if (!CustomName().IsMatch(name) || name.Length > MaximumNameLength)
        {
            throw location.Mistake(
                $"'{name}' is no name for a custom object or field",
                "Begin with a letter, use letters, digits and single underscores, at most 40, and end with __c");
        }
    }

    [GeneratedRegex("^[A-Za-z](_?[A-Za-z0-9])*(__[A-Za-z](_?[A-Za-z0-9])*)?__c$")]
    private static partial Regex CustomName();
}
