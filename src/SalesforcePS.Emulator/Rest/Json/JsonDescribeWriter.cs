using System.Text.Json;
using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest.Json;

internal sealed class JsonDescribeWriter(Utf8JsonWriter writer) : DescribeWriter
{
    public override bool IsRest => true;

    /// <summary>Answers with one object.</summary>
    public static Task SendAsync(HttpContext context, Action<DescribeWriter> write) => JsonResponse.WriteAsync(context, StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        write(new JsonDescribeWriter(json));
        json.WriteEndObject();
    });

    public override void Flag(string name, bool value) => writer.WriteBoolean(name, value);

    public override void Number(string name, int value) => writer.WriteNumber(name, value);

    public override void Text(string name, string? value) => writer.WriteString(name, value);

    public override void Optional(string name, string? value) => writer.WriteString(name, value);

    public override void OptionalNumber(string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    public override void Any(string name, object? value)
    {
        writer.WritePropertyName(name);
        if (value is bool truth)
            writer.WriteBooleanValue(truth);
        else
            writer.WriteStringValue(value as string);
    }

    public override void Values(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public override void Flags(string name, IEnumerable<bool> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteBooleanValue(value);
        writer.WriteEndArray();
    }

    public override void SubType(string name)
    {
    }

    public override void Items<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public override void Item(string name, Action write)
    {
        writer.WriteStartObject(name);
        write();
        writer.WriteEndObject();
    }

    public override void Urls(IEnumerable<(string Name, string Url)> urls)
    {
        writer.WriteStartObject("urls");
        foreach (var (name, url) in urls)
            writer.WriteString(name, url);
        writer.WriteEndObject();
    }
}
