using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Searching;

namespace SalesforcePS.Emulator.Rest.Searching;

internal static class SearchJsonWriter
{
    /// <summary>Before it the answer was the bare list of records (REST API guide, "Search").</summary>
    private const int FirstVersionWithObject = 37;

    public static void Write(PooledStream body, SearchResult result, RestCall call)
    {
        var isObject = call.Version >= FirstVersionWithObject;
        body.Write(isObject ? "{\"searchRecords\":["u8 : "["u8);
        var isFirst = true;
        foreach (var record in result.Records)
        {
            if (!isFirst)
                body.Write(","u8);
            isFirst = false;
            WriteRecord(body, record, call.Root);
        }
        body.Write("]"u8);
        if (!isObject)
            return;
        if (result.Labels.Count > 0)
            WriteMetadata(body, result.Labels);
        body.Write("}"u8);
    }

    private static void WriteRecord(PooledStream body, FoundRecord record, string root)
    {
        using var writer = new QueryJsonWriter(body, root);
        writer.Write(record.Row, record.Snippet is null ? record.Highlights : record.Highlights.Prepend(KeyValuePair.Create("snippet.text", record.Snippet)));
    }

    private static void WriteMetadata(PooledStream body, IReadOnlyList<FieldLabels> objects)
    {
        body.Write(",\"metadata\":"u8);
        body.Write(JsonResponse.ToBytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("entityMetadata");
            foreach (var item in objects)
            {
                writer.WriteStartObject();
                writer.WriteString("entityName", item.SObject);
                writer.WriteStartArray("fieldMetadata");
                foreach (var (name, label) in item.Labels)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", name);
                    writer.WriteString("label", label);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }).Span);
    }
}
