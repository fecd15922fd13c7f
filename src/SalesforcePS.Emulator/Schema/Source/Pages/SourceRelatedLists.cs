using System.Collections.Frozen;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>
/// The related lists of a layout. Those over objects that the org does not have, such as open activities, are left out, as an
/// org leaves out those that the user may not see.
/// </summary>
internal sealed class SourceRelatedLists(IReadOnlyDictionary<string, SObjectType> types, SourceColumns columns, SourceWebLinks links, SourceProblems problems)
{
    /// <summary>The objects of standard lists by the name in the middle, as in RelatedContactList.</summary>
    private static readonly FrozenDictionary<string, string> ObjectOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Account"] = "Account",
        ["Asset"] = "Asset",
        ["Attachment"] = "Attachment",
        ["Case"] = "Case",
        ["Comments"] = "CaseComment",
        ["Contact"] = "Contact",
        ["Contract"] = "Contract",
        ["LineItem"] = "OpportunityLineItem",
        ["Opportunity"] = "Opportunity",
        ["Order"] = "Order",
        ["OrderItem"] = "OrderItem",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<RelatedListDefinition> Read(SourceElement element, SObjectType type)
    {
        element.AllowOnly(SourceLayoutElements.RelatedList);
        if (Target(element, type, element.RequiredText("relatedList")) is not { } target)
            return [];
        var (child, field) = target;
        var paths = problems.Collect(element.Texts("fields"), IEnumerable<string> (name) => [Column(element, child, name)]);
        return
        [
            new RelatedListDefinition(child.Name, field.Name, paths.Count > 0 ? paths : [child.NameField?.Name ?? SystemFields.Id])
            {
                SortColumn = element.Text("sortField") is { } sorted ? Column(element, child, sorted) : null,
                IsDescending = element.Text("sortOrder") == "Desc",
                ExcludedButtons = element.Texts("excludeButtons").ToHashSet(StringComparer.Ordinal),
                CustomButtons = links.Read(element, child.Name),
            },
        ];
    }

    private string Column(SourceElement element, SObjectType child, string name) => columns.Find(child, name)
        ?? throw element.Mistake($"the related list {element.Text("relatedList")} has the column '{name}', which the emulator does not know as a field of {child.Name}", SourceFiles.Remedy);

    private (SObjectType Child, SObjectField Field)? Target(SourceElement element, SObjectType parent, string name)
    {
        if (name.Split('.') is [var childName, var fieldName])
        {
            if (!types.TryGetValue(childName, out var child))
            {
                return childName.Contains("__", StringComparison.Ordinal)
                    ? throw element.Mistake($"the related list {name} is of an object that the folder does not have", SourceFiles.Remedy)
                    : null;
            }
            return child.FindField(fieldName) is { } reference && reference.ReferenceTo.Contains(parent.Name, StringComparer.OrdinalIgnoreCase)
                ? (child, reference)
                : throw element.Mistake($"the related list {name} is of a field that does not refer to {parent.Name}", SourceFiles.Remedy);
        }
        const string start = "Related";
        const string end = "List";
        if (!name.StartsWith(start, StringComparison.Ordinal) || !name.EndsWith(end, StringComparison.Ordinal)
            || !ObjectOf.TryGetValue(name[start.Length..^end.Length], out var standard))
        {
            return null;
        }
        var references = types[standard].Fields.Where(field => field.ChildRelationshipName is not null && field.ReferenceTo.Contains(parent.Name)).ToList();
        return (references.Find(field => field.Name == $"{parent.Name}Id") ?? references.FirstOrDefault()) is { } found ? (types[standard], found) : null;
    }
}
