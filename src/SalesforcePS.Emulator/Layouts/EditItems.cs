using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>A section as the page for editing has it: compound fields in their parts, and no field that nobody writes.</summary>
internal static class EditItems
{
    /// <summary>Null where nothing is left of the section.</summary>
    public static LayoutSection? Of(SObjectType type, LayoutSection section)
    {
        LayoutItem[][] columns = [.. section.Columns.Select(items => items.SelectMany(item => Parts(type, item)).ToArray())];
        return columns.SelectMany(items => items).Any(item => item.Field is not null) ? section with { Columns = columns } : null;
    }

    private static IEnumerable<LayoutItem> Parts(SObjectType type, LayoutItem item)
    {
        if (item.Field is null)
            return item.ComponentType is null ? [item] : [];
        if (type.FindField(item.Field) is not { } field)
            return [];
        var parts = LayoutFields.PartsOf(type, field);
        if (parts.Count == 0)
            return field.Createable || field.Updateable ? [item] : [];
        return parts.Where(part => part.Createable || part.Updateable).Select(part => item with
        {
            Field = part.Name,
            Behavior = item.Behavior == LayoutBehavior.Required && part.Nillable && field.NameField ? LayoutBehavior.Edit : item.Behavior,
        });
    }
}
