using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>Writes the related lists of a layout whose objects and fields the user may see.</summary>
internal sealed class RelatedListDescription(DescribeWriter writer, OrgSchema schema)
{
    private const int Rows = 5;

    private static readonly WebLinkDefinition New = new("New", "New");

    public void Write(SObjectType parent, IReadOnlyList<RelatedListDefinition> lists) => writer.Items(
        "relatedLists",
        lists.Select(list => (List: list, Child: schema.Find(list.Child), Relationship: parent.ChildRelationships.FirstOrDefault(child => child.ChildSObject == list.Child && child.Field == list.Field)))
            .Where(entry => entry is { Child: not null, Relationship.RelationshipName: not null } && Columns(entry.Child, entry.List).Count > 0),
        entry => Write(entry.List, entry.Child!, entry.Relationship!.RelationshipName!));

    private void Write(RelatedListDefinition list, SObjectType child, string relationshipName)
    {
        writer.Text("accessLevelRequiredForCreate", null);
        ButtonDescription.WriteAll(writer, "buttons", child.Createable ? [New] : [], list.ExcludedButtons, list.CustomButtons);
        writer.Items("columns", Columns(child, list), column => WriteColumn(child, column.Path, column.Steps));
        writer.Flag("custom", child.Custom);
        writer.Text("field", list.Field);
        writer.Text("label", child.LabelPlural);
        writer.Number("limitRows", Rows);
        writer.Text("name", relationshipName);
        writer.Text("sobject", child.Name);
        writer.Items("sort", list.SortColumn is null ? [] : (string[])[list.SortColumn], column =>
        {
            writer.Flag("ascending", !list.IsDescending);
            writer.Text("column", column);
        });
    }

    private void WriteColumn(SObjectType child, string path, IReadOnlyList<(SObjectType Type, SObjectField Field)> steps)
    {
        var (type, field) = steps[^1];
        var parent = path.LastIndexOf('.') is var dot and >= 0 ? path[..(dot + 1)] : "";
        writer.Text("field", $"{type.Name}.{field.Name}");
        writer.Text("fieldApiName", path);
        writer.Text("format", field.Type switch { FieldType.Date => "date", FieldType.DateTime => "datetime", _ => null });
        writer.Text("label", steps.Count == 1 ? PageLabels.Of(child, field) : PageLabels.OfParent(steps[^2].Type, steps[^2].Field, field));
        writer.Optional("lookupId", parent.Length > 0 || field.NameField ? $"{parent}{SystemFields.Id}" : null);
        writer.Text("name", field.Type is FieldType.Picklist or FieldType.MultiPicklist ? $"toLabel({path})" : path);
        writer.Flag("sortable", field.Sortable);
    }

    private List<(string Path, IReadOnlyList<(SObjectType Type, SObjectField Field)> Steps)> Columns(SObjectType child, RelatedListDefinition list) =>
        [.. list.Columns.Select(path => (path, FieldPaths.Resolve(schema, child, path))).Where(column => column.Item2.Count > 0)];
}
