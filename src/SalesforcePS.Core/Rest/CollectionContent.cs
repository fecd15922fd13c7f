using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Rest;

/// <summary>The body of a collections request, written straight into the connection.</summary>
internal sealed class CollectionContent : HttpContent
{
    private const int FlushAt = 64 * 1024;

    // The text of JSON in a body needs no escapes beyond its own.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly IReadOnlyList<EncodedRecord> records;
    private readonly bool allOrNone;

    public CollectionContent(IReadOnlyList<EncodedRecord> records, bool allOrNone)
    {
        (this.records, this.allOrNone) = (records, allOrNone);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(stream, Options);
        await using var _ = writer.ConfigureAwait(false);
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone", allOrNone);
        writer.WriteStartArray("records");
        foreach (var record in records)
        {
            Write(writer, record);
            if (writer.BytesPending >= FlushAt)
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static void Write(Utf8JsonWriter writer, EncodedRecord record)
    {
        writer.WriteStartObject();
        WriteType(writer, record.ObjectType);
        if (record.Id is { } id)
            writer.WriteString("id", id);
        foreach (var field in record.Fields)
        {
            if (field.Link is { } link)
                WriteLink(writer, link, field);
            else
                JsonField.Write(writer, field);
        }
        foreach (var name in record.FieldsToNull)
            writer.WriteNull(name);
        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, EncodedLink link, EncodedField field)
    {
        writer.WriteStartObject(link.Relationship);
        if (link.IsPolymorphic)
            WriteType(writer, link.ObjectType);
        writer.WriteString(field.Name, field.Text);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string objectType)
    {
        writer.WriteStartObject("attributes");
        writer.WriteString("type", objectType);
        writer.WriteEndObject();
    }
}
