using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>The columns of a list view that its user may see, and the hidden ones that every list view has.</summary>
internal static class ListViewColumns
{
    private static readonly string[] Hidden =
        [SystemFields.Id, SystemFields.CreatedDate, SystemFields.LastModifiedDate, SystemFields.SystemModstamp];

    public static IReadOnlyList<ListViewColumn> Of(OrgSchema schema, SObjectType type, ListViewDefinition view)
    {
        var shown = view.Columns.Select(path => Find(schema, type, path, isHidden: false)).OfType<ListViewColumn>().ToList();
        var hidden = Hidden
            .Where(name => !shown.Exists(column => column.Path == name))
            .Select(name => Find(schema, type, name, isHidden: true))
            .OfType<ListViewColumn>();
        return [.. shown, .. hidden];
    }

    /// <summary>Null where the user may not see the field, or one on the way to it.</summary>
    private static ListViewColumn? Find(OrgSchema schema, SObjectType type, string path, bool isHidden)
    {
        if (FieldPaths.Resolve(schema, type, path) is not [.., var last] steps)
            return null;
        var label = steps is [.., var parent, _] ? PageLabels.OfParent(parent.Type, parent.Field, last.Field) : PageLabels.Of(type, last.Field);
        return new ListViewColumn(path, last.Field, isHidden && !last.Field.NameField ? last.Field.Label : label, isHidden);
    }
}
