using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>One entry under "objects" of a schema file: a custom object, or custom fields and rules for a standard one.</summary>
internal sealed class SchemaFileObject
{
    private const int MaximumNameFieldLength = 80;

    private readonly SchemaElement element;

    public SchemaFileObject(JsonElement json, string file)
    {
        element = new SchemaElement(
            json, new SchemaLocation(file), "name", "label", "labelPlural", "nameField", "fields", "duplicateRules", "assignmentRule");
        Name = element.RequiredText("name");
        element.Location = element.Location with { ObjectName = Name };
    }

    public string Name { get; }

    public SchemaLocation Location => element.Location;

    public SObjectType Extend(SObjectType standard, IReadOnlySet<string> objectNames)
    {
        foreach (var property in (string[])["label", "labelPlural", "nameField"])
        {
            if (element.Has(property))
                throw Location.Mistake($"the property '{property}' is for custom objects only", "Remove it: standard objects keep theirs");
        }
        return Complete(standard, [.. standard.Fields, .. ReadFields(objectNames)]);
    }

    public SObjectType Create(string keyPrefix, IReadOnlySet<string> objectNames)
    {
        SchemaFileField.CheckName(Location, Name);
        var label = element.Text("label") ?? SchemaFileField.LabelFrom(Name);
        var custom = ReadFields(objectNames);
        // Details of a master have no owner of their own.
        var isDetail = custom.Any(field => field is { DeleteRule: DeleteRule.Cascade, Nillable: false });
        List<SObjectField> fields = [SystemFields.IdField(label)];
        if (!isDetail)
            fields.Add(SystemFields.OwnerField());
        fields.AddRange([SystemFields.IsDeletedField(), ReadNameField(label), .. SystemFields.AuditFields(), .. custom]);
        var type = new SObjectType(fields)
        {
            Name = Name,
            Label = label,
            LabelPlural = element.Text("labelPlural") ?? label + "s",
            KeyPrefix = keyPrefix,
            Custom = true,
            Createable = true,
            Updateable = true,
            Deletable = true,
            Undeletable = true,
            Searchable = true,
            Replicateable = true,
            Layoutable = true,
        };
        return Complete(type, fields);
    }

    private SObjectType Complete(SObjectType type, IReadOnlyList<SObjectField> fields)
    {
        if (fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw (Location with { FieldName = repeated.Key }).Mistake("the field exists already", "Give it another name");
        var relationships = fields.Where(field => field.RelationshipName is not null);
        if (relationships.GroupBy(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } shared)
            throw (Location with { FieldName = shared.Last().Name }).Mistake($"the relationshipName '{shared.Key}' is taken", "Give it another relationshipName");
        return type.With(fields, new SObjectRules
        {
            DuplicateRules = SchemaFileRules.ReadDuplicateRules(element, fields),
            AssignmentRule = SchemaFileRules.ReadAssignmentRule(element, fields),
        });
    }

    private List<SObjectField> ReadFields(IReadOnlySet<string> objectNames) =>
        [.. element.Items("fields").Select(json => SchemaFileField.Read(json, Location, objectNames)).Select(WithHierarchy)];

    /// <summary>From users to users there are hierarchies only (Salesforce Help, hierarchical relationship).</summary>
    private SObjectField WithHierarchy(SObjectField field) =>
        Name == "User" && field.ReferenceTo is ["User"] ? field with { IsHierarchy = true } : field;

    private SObjectField ReadNameField(string label)
    {
        if (element.Value("nameField") is not { } json)
            return SystemFields.CustomNameField($"{label} Name", MaximumNameFieldLength, displayFormat: null);
        var name = new SchemaElement(json, Location with { FieldName = "Name" }, "label", "displayFormat");
        var format = name.Text("displayFormat");
        if (format is not null && !AutoNumber.IsValid(format))
            throw name.Location.Mistake($"the displayFormat '{format}' is not valid", "Write the first number in braces, as in A-{0000}");
        return SystemFields.CustomNameField(name.Text("label") ?? $"{label} Name", MaximumNameFieldLength, format);
    }
}
