using System.Text.Json;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Json;

/// <summary>The results of sObject collections; their errors have a statusCode where other errors have an errorCode.</summary>
internal static class JsonResultWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<SaveResult> results, bool withCreated = false)
    {
        writer.WriteStartArray();
        foreach (var result in results)
            Write(writer, result, withCreated);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, SaveResult result, bool withCreated)
    {
        writer.WriteStartObject();
        if (result.Id is not null)
            writer.WriteString("id", result.Id);
        writer.WriteBoolean("success", result.Success);
        WriteErrors(writer, result.Errors);
        if (withCreated)
            writer.WriteBoolean("created", result.Created);
        writer.WriteEndObject();
    }

    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<RecordError> errors)
    {
        writer.WriteStartArray("errors");
        foreach (var error in errors)
            WriteError(writer, error);
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, RecordError error)
    {
        writer.WriteStartObject();
        writer.WriteString("statusCode", error.StatusCode);
        writer.WriteString("message", error.Message);
        writer.WriteStartArray("fields");
        foreach (var field in error.Fields)
            writer.WriteStringValue(field);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
