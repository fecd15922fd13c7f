using System.Text.Json;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Json;

internal static class JsonRecordWriter
{
    public static void Write(Utf8JsonWriter writer, StoredRecord record, string root)
    {
        var url = $"{root}/sobjects/{record.Type.Name}/{record.Id}";
        writer.WriteStartObject();
        writer.WriteStartObject("attributes");
        writer.WriteString("type", record.Type.Name);
        writer.WriteString("url", url);
        writer.WriteEndObject();
        for (var index = 0; index < record.Fields.Count; index++)
        {
            var field = record.Fields[index];
            writer.WritePropertyName(field.Name);
            // A blob is read from an address of its own (REST API guide, get blob data).
            if (field.Type == FieldType.Base64 && record.Values[index] is not null)
                writer.WriteStringValue($"{url}/{field.Name}");
            else
                JsonValue.Write(writer, record.Values[index]);
        }

        writer.WriteEndObject();
    }
}
