using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>A list view as its user sees it, and the SOQL that finds its records.</summary>
internal sealed class ListViewQuery
{
    private readonly SObjectType type;

    public ListViewQuery(OrgSchema schema, SObjectType type, ListViewDefinition view)
    {
        this.type = type;
        View = view;
        Columns = ListViewColumns.Of(schema, type, view);
        var sorted = Columns.FirstOrDefault(column => column.IsSortable && column.Field.NameField) ?? Columns.FirstOrDefault(column => column.IsSortable);
        List<ListViewOrder> order = [];
        if (view.IsRecent)
            order.Add(new ListViewOrder("LastViewedDate", IsDescending: true, AreNullsLast: true));
        else if (sorted is not null)
            order.Add(new ListViewOrder(sorted.Path, IsDescending: false, AreNullsLast: false));
        order.Add(new ListViewOrder(SystemFields.Id, IsDescending: false, AreNullsLast: false));
        OrderBy = order;
    }

    public ListViewDefinition View { get; }

    public IReadOnlyList<ListViewColumn> Columns { get; }

    public IReadOnlyList<ListViewOrder> OrderBy { get; }

    public string? Scope => View.IsMine ? "mine" : null;

    public string Soql
    {
        get
        {
            var scope = Scope is null ? "" : $" USING SCOPE {Scope}";
            var where = View.Condition is null ? "" : $" WHERE {ListViewSoql.Of(View.Condition)}";
            return $"SELECT {string.Join(", ", Columns.Select(column => column.SelectListItem))} FROM {type.Name}{scope}{where} ORDER BY {string.Join(", ", OrderBy.Select(Write))}";
        }
    }

    private static string Write(ListViewOrder order) =>
        $"{order.Path} {(order.IsDescending ? "DESC" : "ASC")} NULLS {(order.AreNullsLast ? "LAST" : "FIRST")}";
}
