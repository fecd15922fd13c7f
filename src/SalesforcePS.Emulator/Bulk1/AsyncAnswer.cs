using System.Text.Json;
using System.Xml;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Answers in the format that the job, or else the request, asks for.</summary>
internal static class AsyncAnswer
{
    public static Task ElementAsync(HttpContext context, AnswerFormat format, AsyncElement element, int status = StatusCodes.Status200OK) =>
        WriteAsync(
            context,
            format,
            element.Name,
            writer => AsyncXml.WriteMembers(writer, element),
            writer => AsyncJson.Write(writer, element),
            status);

    /// <summary>&lt;batchInfoList&gt; with its elements, or {"batchInfo":[...]}.</summary>
    public static Task ListAsync(HttpContext context, AnswerFormat format, string root, string name, IReadOnlyList<AsyncElement> elements) =>
        WriteAsync(
            context,
            format,
            root,
            writer =>
            {
                foreach (var element in elements)
                {
                    writer.WriteStartElement(element.Name, AsyncXml.Namespace);
                    AsyncXml.WriteMembers(writer, element);
                    writer.WriteEndElement();
                }
            },
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray(name);
                foreach (var element in elements)
                    AsyncJson.Write(writer, element);
                writer.WriteEndArray();
                writer.WriteEndObject();
            });

    public static async Task WriteAsync(
        HttpContext context, AnswerFormat format, string root, Action<XmlWriter> writeXml, Action<Utf8JsonWriter> writeJson, int status = StatusCodes.Status200OK)
    {
        using var body = new PooledStream();
        if (format == AnswerFormat.Json)
            JsonResponse.Write(body, writeJson);
        else
            AsyncXml.WriteDocument(body, root, writeXml);
        // The media type stands alone: clients compare it as a whole.
        await ResponseSender.SendAsync(context, status, format == AnswerFormat.Json ? AsyncJson.ContentType : AsyncXml.ContentType, body);
    }

    public static Task RefuseAsync(HttpContext context, AnswerFormat format, ApiException refusal) => ElementAsync(
        context,
        format,
        new AsyncElement("error", [new("exceptionCode", refusal.ErrorCode), new("exceptionMessage", refusal.Message)]),
        refusal.HttpStatus);
}
