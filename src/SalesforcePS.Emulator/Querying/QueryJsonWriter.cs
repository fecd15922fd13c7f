using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Writes pages as the REST API shows them.</summary>
/// <param name="output">Where the UTF-8 goes.</param>
/// <param name="servicePath">What URLs begin with, such as /services/data/v64.0.</param>
internal sealed class QueryJsonWriter(IBufferWriter<byte> output, string servicePath) : IDisposable
{
    private const int MaximumUrl = 512;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");

    private readonly Utf8JsonWriter json = new(output, Options);
    private readonly Dictionary<string, byte[]> urlPrefixes = new(StringComparer.Ordinal);

    public void Write(QueryPage page)
    {
        WritePage(page);
        json.Flush();
    }

    /// <summary>The records alone, as one array.</summary>
    public void Write(IEnumerable<QueryRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
            WriteRow(row);
        json.WriteEndArray();
        json.Flush();
    }

    /// <summary>One record, with members of its own behind the fields.</summary>
    public void Write(QueryRow row, IEnumerable<KeyValuePair<string, string>> members)
    {
        WriteRow(row, members);
        json.Flush();
    }

    public void Dispose() => json.Dispose();

    private void WritePage(QueryPage page)
    {
        json.WriteStartObject();
        json.WriteNumber("totalSize"u8, page.TotalSize);
        json.WriteBoolean("done"u8, page.Done);
        if (page.Locator is not null)
            json.WriteString("nextRecordsUrl"u8, $"{servicePath}/query/{page.Locator}");
        json.WriteStartArray("records"u8);
        foreach (var row in page.Rows)
            WriteRow(row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRow(QueryRow row, IEnumerable<KeyValuePair<string, string>>? members = null)
    {
        json.WriteStartObject();
        WriteAttributes(row);
        foreach (var item in row.Shape.Items)
        {
            switch (item)
            {
                case FieldItem field:
                    WriteField(row, field);
                    break;
                case ParentItem parent:
                    json.WritePropertyName(parent.EncodedName);
                    if (row.Parent(parent) is { } parentRow)
                        WriteRow(parentRow);
                    else
                        json.WriteNullValue();
                    break;
                case ChildItem child:
                    json.WritePropertyName(child.EncodedName);
                    if (row.Children(child) is { } children)
                        WritePage(children);
                    else
                        json.WriteNullValue();
                    break;
                case CompoundItem compound:
                    WriteCompound(row, compound);
                    break;
            }
        }
        foreach (var (name, value) in members ?? [])
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteAttributes(QueryRow row)
    {
        var typeName = row.TypeName;
        json.WriteStartObject(Attributes);
        json.WriteString(Type, typeName);
        if (row.Id is { } id)
        {
            Span<byte> url = stackalloc byte[MaximumUrl];
            json.WriteString(Url, url[..RecordUrl(typeName, id, url)]);
        }
        json.WriteEndObject();
    }

    private void WriteField(QueryRow row, FieldItem field)
    {
        var cell = row.Cell(field);
        if (cell.IsNull)
        {
            json.WriteNull(field.EncodedName);
            return;
        }
        switch (field.Type)
        {
            case FieldType.Boolean:
                json.WriteBoolean(field.EncodedName, cell.Bits != 0);
                break;
            case FieldType.Int or FieldType.Long:
                json.WriteNumber(field.EncodedName, cell.Bits);
                break;
            case FieldType.Double or FieldType.Currency or FieldType.Percent:
                Span<byte> number = stackalloc byte[DoubleText.MaximumLength];
                json.WritePropertyName(field.EncodedName);
                json.WriteRawValue(number[..DoubleText.Format(cell.Double, number)], skipInputValidation: true);
                break;
            case FieldType.DateTime:
                Span<byte> moment = stackalloc byte[MomentText.MaximumLength];
                json.WriteString(field.EncodedName, moment[..MomentText.FormatDateTime(cell.Bits, moment)]);
                break;
            case FieldType.Time:
                Span<byte> time = stackalloc byte[MomentText.MaximumLength];
                json.WriteString(field.EncodedName, time[..MomentText.FormatTime(cell.Bits, time)]);
                break;
            case FieldType.Base64:
                Span<byte> url = stackalloc byte[MaximumUrl];
                var length = RecordUrl(row.TypeName, row.Id!, url);
                url[length++] = (byte)'/';
                json.WriteString(field.EncodedName, url[..(length + Encoding.ASCII.GetBytes(field.Name, url[length..]))]);
                break;
            default:
                json.WriteString(field.EncodedName, cell.Text);
                break;
        }
    }

    private void WriteCompound(QueryRow row, CompoundItem compound)
    {
        if (row.IsEmpty(compound))
        {
            json.WriteNull(compound.EncodedName);
            return;
        }
        json.WriteStartObject(compound.EncodedName);
        foreach (var part in compound.Parts)
        {
            WriteField(row, part);
            if (CompoundValue.CodeBehind(part.Name) is { } code)
                json.WriteNull(code);
        }

        json.WriteEndObject();
    }

    private int RecordUrl(string typeName, string id, Span<byte> url)
    {
        if (!urlPrefixes.TryGetValue(typeName, out var prefix))
            urlPrefixes.Add(typeName, prefix = Encoding.ASCII.GetBytes($"{servicePath}/sobjects/{typeName}/"));
        prefix.CopyTo(url);
        return prefix.Length + Encoding.ASCII.GetBytes(id, url[prefix.Length..]);
    }
}
