using System.Text.Json;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Json;

/// <summary>A record refused as a duplicate. Its first member is spelt as an org spells it.</summary>
internal static class JsonDuplicateWriter
{
    public static void Write(Utf8JsonWriter writer, RecordError error, DuplicateFinding finding, string root)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("duplicateResut");
        writer.WriteBoolean("allowSave", finding.AllowSave);
        writer.WriteString("duplicateRule", finding.Rule);
        writer.WriteString("duplicateRuleEntityType", finding.TypeName);
        writer.WriteString("errorMessage", error.Message);
        writer.WriteStartArray("matchResults");
        WriteResult(writer, finding, root);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("errorCode", error.StatusCode);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, DuplicateFinding finding, string root)
    {
        writer.WriteStartObject();
        writer.WriteString("entityType", finding.TypeName);
        WriteEmptyArray(writer, "errors");
        writer.WriteString("matchEngine", DuplicateFinding.MatchEngine);
        writer.WriteStartArray("matchRecords");
        foreach (var match in finding.Matches)
        {
            writer.WriteStartObject();
            WriteEmptyArray(writer, "additionalInformation");
            WriteEmptyArray(writer, "fieldDiffs");
            writer.WritePropertyName("matchConfidence");
            JsonValue.Write(writer, DuplicateFinding.MatchConfidence);
            writer.WritePropertyName("record");
            JsonRecordWriter.Write(writer, match, root);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("rule", finding.Rule);
        writer.WriteNumber("size", finding.Matches.Count);
        writer.WriteBoolean("success", true);
        writer.WriteEndObject();
    }

    private static void WriteEmptyArray(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
