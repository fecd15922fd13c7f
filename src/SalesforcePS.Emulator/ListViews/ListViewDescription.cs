using System.Text.Json;
using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>What is said of list views, with the members in the order in which they were recorded.</summary>
internal static class ListViewDescription
{
    public static void WriteList(DescribeWriter writer, SObjectType type, IReadOnlyList<ListViewDefinition> views, string root)
    {
        writer.Flag("done", true);
        writer.Items("listviews", views, view => WriteBasic(writer, type, view, root));
        writer.Text("nextRecordsUrl", null);
        writer.Number("size", views.Count);
        writer.Text("sobjectType", type.Name);
    }

    public static void WriteBasic(DescribeWriter writer, SObjectType type, ListViewDefinition view, string root)
    {
        var url = $"{root}/sobjects/{type.Name}/listviews/{view.Id}";
        writer.Text("describeUrl", $"{url}/describe");
        writer.Text("developerName", view.DeveloperName);
        writer.Text("id", view.Id);
        writer.Text("label", view.Label);
        writer.Text("resultsUrl", $"{url}/results");
        writer.Flag("soqlCompatible", true);
        writer.Text("url", url);
    }

    public static void Write(DescribeWriter writer, SObjectType type, ListViewQuery query)
    {
        WriteColumns(writer, query);
        writer.Text("id", ShortId(query));
        writer.Items("orderBy", query.OrderBy, order =>
        {
            writer.Text("fieldNameOrPath", order.Path);
            writer.Text("nullsPosition", order.AreNullsLast ? "last" : "first");
            writer.Text("sortDirection", Direction(order));
        });
        writer.Text("query", query.Soql);
        writer.Text("scope", query.Scope);
        writer.Text("sobjectType", type.Name);
        writer.Item("whereCondition", () => WriteCondition(writer, query.View.Condition ?? new ListViewGroup(true, [])));
    }

    public static void WriteResult(DescribeWriter writer, ListViewResult result)
    {
        WriteColumns(writer, result.Query);
        writer.Text("developerName", result.Query.View.DeveloperName);
        writer.Flag("done", result.IsDone);
        writer.Text("id", ShortId(result.Query));
        writer.Text("label", result.Query.View.Label);
        writer.Items("records", result.Rows, row => WriteRecord(writer, result.Query.Columns, row));
        writer.Number("size", result.Rows.Count);
    }

    private static void WriteRecord(DescribeWriter writer, IReadOnlyList<ListViewColumn> columns, QueryRow row) =>
        writer.Items("columns", columns, column =>
        {
            writer.Text("fieldNameOrPath", column.Path);
            writer.Text("value", ListViewValue.Read(row, column.Path));
        });

    private static void WriteColumns(DescribeWriter writer, ListViewQuery query) => writer.Items("columns", query.Columns, column =>
    {
        var order = query.OrderBy.Select((item, index) => (item, index)).FirstOrDefault(pair => pair.item.Path == column.Path && column.IsSortable);
        writer.Text("ascendingLabel", column.AscendingLabel);
        writer.Text("descendingLabel", column.DescendingLabel);
        writer.Text("fieldNameOrPath", column.Path);
        writer.Flag("hidden", column.IsHidden);
        writer.Text("label", column.Label);
        writer.Text("selectListItem", column.SelectListItem);
        writer.Text("sortDirection", order.item is null ? null : Direction(order.item));
        writer.OptionalNumber("sortIndex", order.item is null ? null : order.index);
        writer.Flag("sortable", column.IsSortable);
        writer.Text("type", FieldTypeNames.Of(column.Field.Type));
    });

    private static void WriteCondition(DescribeWriter writer, ListViewCondition condition)
    {
        switch (condition)
        {
            case ListViewGroup group:
                writer.Items("conditions", group.Conditions, inner => WriteCondition(writer, inner));
                writer.Text("conjunction", group.IsAnd ? "and" : "or");
                break;
            case ListViewNegation negation:
                writer.Item("condition", () => WriteCondition(writer, negation.Condition));
                break;
            case ListViewSubquery subquery:
                writer.Text("field", subquery.Field);
                writer.Text("operator", Name(ListViewOperator.In));
                writer.Text("subQuery", subquery.Subquery);
                break;
            case ListViewComparison comparison:
                writer.Text("field", comparison.Field);
                writer.Text("operator", Name(comparison.Operator));
                writer.Values("values", comparison.Values);
                break;
        }
    }

    private static string Name(ListViewOperator operation) => JsonNamingPolicy.CamelCase.ConvertName(operation.ToString());

    private static string Direction(ListViewOrder order) => order.IsDescending ? "descending" : "ascending";

    /// <summary>Recorded with 15 characters, where the list of list views has 18.</summary>
    private static string ShortId(ListViewQuery query) => query.View.Id[..SalesforceId.ShortLength];
}
