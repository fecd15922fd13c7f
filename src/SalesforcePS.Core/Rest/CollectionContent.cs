using System.Buffers;
using System.Globalization;
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
    private readonly string? blobField;

    /// <param name="blobField">The field whose content is in a part of its own beside this one; null for none.</param>
    public CollectionContent(IReadOnlyList<EncodedRecord> records, bool allOrNone, string? blobField = null)
    {
        (this.records, this.allOrNone, this.blobField) = (records, allOrNone, blobField);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
    }

    /// <summary>The name of the part with the file of a record.</summary>
    public static string PartName(int index) => string.Create(CultureInfo.InvariantCulture, $"file{index}");

    /// <summary>The fields of one record alone, for a request whose URL names its object.</summary>
    public static byte[] Single(EncodedRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        WriteFields(writer, record);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(stream, Options);
        await using var _ = writer.ConfigureAwait(false);
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone", allOrNone);
        writer.WriteStartArray("records");
        for (var index = 0; index < records.Count; index++)
        {
            Write(writer, records[index], blobField is null ? null : (PartName(index), blobField));
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

    private static void Write(Utf8JsonWriter writer, EncodedRecord record, (string Name, string Field)? part)
    {
        writer.WriteStartObject();
        WriteType(writer, record.ObjectType, part);
        if (record.Id is { } id)
            writer.WriteString("id", id);
        WriteFields(writer, record);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, EncodedRecord record)
    {
        foreach (var field in record.Fields)
        {
            if (field.Link is { } link)
                WriteLink(writer, link, field);
            else
                JsonField.Write(writer, field);
        }
        foreach (var name in record.FieldsToNull)
            writer.WriteNull(name);
    }

    private static void WriteLink(Utf8JsonWriter writer, EncodedLink link, EncodedField field)
    {
        writer.WriteStartObject(link.Relationship);
        if (link.IsPolymorphic)
            WriteType(writer, link.ObjectType);
        writer.WriteString(field.Name, field.Text);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string objectType, (string Name, string Field)? part = null)
    {
        writer.WriteStartObject("attributes");
        writer.WriteString("type", objectType);
        if (part is var (name, field))
        {
            writer.WriteString("binaryPartName", name);
            writer.WriteString("binaryPartNameAlias", field);
        }
        writer.WriteEndObject();
    }
}
