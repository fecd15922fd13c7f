using System.Text;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Rest;

namespace SalesforcePS.Binding;

/// <summary>What an Invoke-SfApi call answers, as PowerShell has it: objects of JSON, text, or bytes.</summary>
internal static class ApiContent
{
    /// <summary>Null where there is no content.</summary>
    /// <exception cref="ProtocolException">What is said to be JSON is none.</exception>
    public static object? Read(RestAnswer answer)
    {
        if (answer.Body.Length == 0)
            return null;
        if (answer.MediaType is { } type && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal)))
            return ReadJson(answer.Body);
        return answer.MediaType is { } text && (text.StartsWith("text/", StringComparison.Ordinal) || text.EndsWith("xml", StringComparison.Ordinal))
            ? EncodingOf(answer.Charset).GetString(answer.Body)
            : answer.Body;
    }

    private static object? ReadJson(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonObjects.Convert(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw new ProtocolException($"The answer is no JSON: {exception.Message}", exception);
        }
    }

    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"'));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
