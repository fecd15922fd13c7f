using System.Text.Json;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>The answer to one request of a composite or a graph.</summary>
internal sealed record SubrequestResult(string ReferenceId, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Those that an org tells of a subrequest.</summary>
    private static readonly string[] ToldHeaders = ["ETag", "Last-Modified", "Location"];

    public bool IsSuccess => Status < StatusCodes.Status400BadRequest;

    public static SubrequestResult Of(string referenceId, InnerAnswer answer)
    {
        var headers = ToldHeaders.Where(answer.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, answer.Headers[name].ToString()));
        return new SubrequestResult(referenceId, answer.Status, [.. headers], answer.Body);
    }

    public static SubrequestResult Failed(string referenceId, ApiException refusal)
    {
        var body = JsonResponse.ToBytes(writer => RestError.WriteAll(writer, refusal));
        return new SubrequestResult(referenceId, refusal.HttpStatus, [], body);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("body");
        if (Body.IsEmpty)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(Body.Span, skipInputValidation: true);
        writer.WriteStartObject("httpHeaders");
        foreach (var (name, value) in Headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteNumber("httpStatusCode", Status);
        writer.WriteString("referenceId", ReferenceId);
        writer.WriteEndObject();
    }
}
