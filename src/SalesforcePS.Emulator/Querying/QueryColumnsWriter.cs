using System.Text.Json;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Querying;

/// <summary>What query?columns=true answers in place of rows: the columns of the statement, parents and children nested.</summary>
internal static class QueryColumnsWriter
{
    public static void Write(Utf8JsonWriter writer, BoundQuery query)
    {
        writer.WriteStartObject();
        WriteColumns(writer, "columnMetadata", query, query.IsCount ? [] : query.Shape.Items);
        writer.WriteString("entityName", query.Type.Name);
        writer.WriteBoolean("groupBy", query.GroupBy.Count > 0);
        writer.WriteBoolean("idSelected", !query.IsCount && query.Shape.Items.Any(item => item.Name == SystemFields.Id));
        writer.WriteString("keyPrefix", query.Type.KeyPrefix);
        writer.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter writer, string name, BoundQuery query, IReadOnlyList<RowItem> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            WriteColumn(writer, query, item);
        writer.WriteEndArray();
    }

    private static void WriteColumn(Utf8JsonWriter writer, BoundQuery query, RowItem item)
    {
        var expression = item is FieldItem cell ? query.Columns[cell.Column] : null;
        var field = (expression as BoundField)?.Definition;
        writer.WriteStartObject();
        writer.WriteBoolean("aggregate", item is ChildItem || expression is BoundAggregate);
        writer.WriteString("apexType", ApexType(item));
        writer.WriteBoolean("booleanType", expression?.Type == FieldType.Boolean);
        writer.WriteString("columnName", item.Name);
        writer.WriteBoolean("custom", field?.Custom == true);
        writer.WriteString("displayName", item.Name);
        writer.WriteNull("foreignKeyName");
        writer.WriteBoolean("insertable", field?.Createable == true);
        switch (item)
        {
            case ParentItem parent:
                WriteColumns(writer, "joinColumns", query, [.. parent.Shapes.SelectMany(shape => shape.Items).DistinctBy(item => item.Name)]);
                break;
            case ChildItem child:
                WriteColumns(writer, "joinColumns", child.Query, child.Query.Shape.Items);
                break;
            default:
                writer.WriteStartArray("joinColumns");
                writer.WriteEndArray();
                break;
        }

        writer.WriteBoolean("numberType", IsNumber(expression?.Type));
        writer.WriteBoolean("textType", field?.IsText == true);
        writer.WriteBoolean("updatable", field?.Updateable == true);
        writer.WriteEndObject();
    }

    private static bool IsNumber(FieldType? type) =>
        type is FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent;

    private static string ApexType(RowItem item) => item switch
    {
        FieldItem { Type: FieldType.Id or FieldType.Reference } => "Id",
        FieldItem { Type: FieldType.Boolean } => "Boolean",
        FieldItem { Type: FieldType.Int } => "Integer",
        FieldItem { Type: FieldType.Long } => "Long",
        FieldItem { Type: FieldType.Double or FieldType.Currency or FieldType.Percent } => "Double",
        FieldItem { Type: FieldType.Date } => "Date",
        FieldItem { Type: FieldType.DateTime } => "Datetime",
        FieldItem { Type: FieldType.Time } => "Time",
        FieldItem { Type: FieldType.Base64 } => "Blob",
        FieldItem => "String",
        CompoundItem compound => compound.Type.ToString(),
        _ => "SObject",
    };
}
