using System.Text.Json;
using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The results of a batch of XML or JSON records, in the order of the records.</summary>
internal static class BatchResultWriter
{
    public const string Root = "results";

    public static void Write(XmlWriter writer, IEnumerable<SaveResult> results)
    {
        foreach (var result in results)
        {
            writer.WriteStartElement("result", AsyncXml.Namespace);
            foreach (var error in result.Errors)
                WriteError(writer, error);
            if (result is { Success: true, Id: { } id })
                writer.WriteElementString("id", AsyncXml.Namespace, id);
            writer.WriteElementString("success", AsyncXml.Namespace, XmlConvert.ToString(result.Success));
            writer.WriteElementString("created", AsyncXml.Namespace, XmlConvert.ToString(result.Created));
            writer.WriteEndElement();
        }
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<SaveResult> results)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", result.Success);
            writer.WriteBoolean("created", result.Created);
            writer.WriteString("id", result.Success ? result.Id : null);
            writer.WriteStartArray("errors");
            foreach (var error in result.Errors)
                WriteError(writer, error);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteError(XmlWriter writer, RecordError error)
    {
        writer.WriteStartElement("errors", AsyncXml.Namespace);
        foreach (var field in error.Fields)
            writer.WriteElementString("fields", AsyncXml.Namespace, field);
        writer.WriteElementString("message", AsyncXml.Namespace, Soap.SoapText.Clean(error.Message));
        writer.WriteElementString("statusCode", AsyncXml.Namespace, error.StatusCode);
        writer.WriteEndElement();
    }

    private static void WriteError(Utf8JsonWriter writer, RecordError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        writer.WriteStartArray("fields");
        foreach (var field in error.Fields)
            writer.WriteStringValue(field);
        writer.WriteEndArray();
        writer.WriteString("statusCode", error.StatusCode);
        writer.WriteNull("extendedErrorDetails");
        writer.WriteEndObject();
    }
}
