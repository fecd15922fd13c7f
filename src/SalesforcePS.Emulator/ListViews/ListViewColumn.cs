using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.ListViews;

/// <param name="Path">As the list view names it, such as <c>Owner.Alias</c>.</param>
/// <param name="Field">What is at the end of the path.</param>
/// <param name="Label">The heading of the column.</param>
/// <param name="IsHidden">Part of the rows, but not of what people see.</param>
internal sealed record ListViewColumn(string Path, SObjectField Field, string Label, bool IsHidden)
{
    public bool IsSortable => !IsHidden && Field.Sortable;

    public string SelectListItem => Field.Type is FieldType.Picklist or FieldType.MultiPicklist ? $"toLabel({Path})" : Path;

    /// <summary>What a click on the sorted column would do, for records that are sorted from the lowest to the highest.</summary>
    public string? AscendingLabel => Order?.High;

    public string? DescendingLabel => Order?.Low;

    private (string Low, string High)? Order => !IsSortable ? null : Field.Type switch
    {
        FieldType.Picklist or FieldType.MultiPicklist => ("High to Low", "Low to High"),
        FieldType.Date or FieldType.DateTime or FieldType.Time => ("New to Old", "Old to New"),
        FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent or FieldType.Phone => ("0-9", "9-0"),
        _ => ("A-Z", "Z-A"),
    };
}
