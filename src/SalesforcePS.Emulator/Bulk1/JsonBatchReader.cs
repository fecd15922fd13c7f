using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Records as a JSON array; a field with an empty text is left alone, as in CSV.</summary>
internal static class JsonBatchReader
{
    public static IReadOnlyList<RecordInput> Read(ReadOnlyMemory<byte> content, string type)
    {
        try
        {
            using var document = StrictJson.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw UnreadableBatch.Because("expected an array of records");
            return [.. document.RootElement.EnumerateArray().Select(record => ReadRecord(record, type))];
        }
        catch (JsonException exception)
        {
            throw UnreadableBatch.Because(exception.Message);
        }
    }

    private static RecordInput ReadRecord(JsonElement element, string type)
    {
        try
        {
            var record = JsonRecordReader.Read(element, type);
            return record with { Fields = [.. record.Fields.Where(field => field.Value is not "")] };
        }
        catch (ApiException refusal)
        {
            throw UnreadableBatch.Because(refusal.Message);
        }
    }
}
