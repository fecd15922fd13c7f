using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>
/// The layout of an object for which the schema has none, as a new custom object has it: all fields that users write or that
/// are computed, who made and changed the record, and the records that refer to it.
/// </summary>
internal static class DefaultLayout
{
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        SystemFields.Id, SystemFields.OwnerId, SystemFields.CreatedById, SystemFields.LastModifiedById,
    };

    public static PageLayout Of(OrgSchema schema, SObjectType type)
    {
        var fields = type.Fields.Where(IsShown).OrderByDescending(field => field.NameField).Select(field => Item(type, field)).ToList();
        var middle = (fields.Count + 1) / 2;
        var right = fields.Skip(middle);
        if (type.FindField(SystemFields.OwnerId) is { } owner)
            right = right.Prepend(Item(type, owner));
        return new PageLayout(
            $"{type.Name}-{type.Label} Layout",
            [
                new LayoutSection("Information", [[.. fields.Take(middle)], [.. right]]),
                new LayoutSection("System Information", [Audit(type, SystemFields.CreatedById), Audit(type, SystemFields.LastModifiedById)]),
            ],
            [.. type.ChildRelationships.Select(child => Related(schema, child)).OfType<RelatedListDefinition>()]);
    }

    /// <summary>Parts of compound fields stand in them; owner and users of the system section have their own places.</summary>
    private static bool IsShown(SObjectField field) =>
        field.CompoundFieldName is null && !Elsewhere.Contains(field.Name) && field.Type != FieldType.Base64
        && (field.Createable || field.Updateable || field.IsComputed || field.NameField || !field.HasColumn);

    private static LayoutItem Item(SObjectType type, SObjectField field) => new()
    {
        Field = field.Name,
        Behavior = field switch
        {
            { HasColumn: false } => LayoutBehavior.Edit,
            { Createable: false, Updateable: false } when !type.PartsOf(field).Any() => LayoutBehavior.Readonly,
            { Nillable: false, DefaultedOnCreate: false } => LayoutBehavior.Required,
            _ => LayoutBehavior.Edit,
        },
    };

    private static LayoutItem[] Audit(SObjectType type, string name) =>
        type.FindField(name) is null ? [] : [new LayoutItem { Field = name, Behavior = LayoutBehavior.Readonly }];

    private static RelatedListDefinition? Related(OrgSchema schema, ChildRelationship relationship) =>
        relationship.RelationshipName is not null && schema.Find(relationship.ChildSObject) is { Layoutable: true, NameField: { } name }
            ? new RelatedListDefinition(relationship.ChildSObject, relationship.Field, [name.Name])
            : null;
}
