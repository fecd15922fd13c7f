using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>The answers so far, and the references such as <c>@{account.id}</c> or <c>@{found.records[0].Id}</c> that later requests make to them.</summary>
internal sealed partial class ReferenceScope(int version)
{
    /// <summary>From here on a reference to a field without a value gives null; earlier it fails.</summary>
    private const int FirstVersionWithNulls = 52;

    private readonly Dictionary<string, JsonNode?> answers = new(StringComparer.Ordinal);

    public void Add(string referenceId, ReadOnlyMemory<byte> body) =>
        answers[referenceId] = body.IsEmpty ? null : JsonNode.Parse(body.Span);

    /// <summary>The reference ids that a request names.</summary>
    public static IEnumerable<string> NamesIn(Subrequest request) =>
        Expression().Matches(request.Url + request.Body?.GetRawText()).Select(match => NameOf(match.Groups[1].Value));

    public string ResolveUrl(string url) => Expression().Replace(url, match => Uri.EscapeDataString(Text(Find(match.Groups[1].Value))));

    public ReadOnlyMemory<byte> ResolveBody(JsonElement? body)
    {
        if (body is not { } element)
            return default;
        var text = element.GetRawText();
        return Expression().IsMatch(text)
            ? JsonSerializer.SerializeToUtf8Bytes(Resolve(JsonNode.Parse(text)))
            : System.Text.Encoding.UTF8.GetBytes(text);
    }

    private JsonNode? Resolve(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var (name, value) in record.ToList())
                    record[name] = Resolve(value?.DeepClone());
                return record;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Resolve(item?.DeepClone()))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                var whole = Expression().Match(text);
                return whole.Success && whole.Length == text.Length
                    ? Find(whole.Groups[1].Value)?.DeepClone()
                    : Expression().Replace(text, match => Text(Find(match.Groups[1].Value)));
            default:
                return node;
        }
    }

    private JsonNode? Find(string expression)
    {
        var name = NameOf(expression);
        var found = answers.GetValueOrDefault(name);
        var path = expression[name.Length..];
        foreach (var step in Step().EnumerateMatches(path))
        {
            if (!TryStep(found, path.Substring(step.Index, step.Length), out found))
                throw ReferenceErrors.NoValue(expression, name);
        }

        var isWhole = path.Length > 0 && Step().Replace(path, "").Length == 0;
        return isWhole && (found is not null || version >= FirstVersionWithNulls) ? found : throw ReferenceErrors.NoValue(expression, name);
    }

    private static bool TryStep(JsonNode? from, string step, out JsonNode? to)
    {
        to = null;
        if (step[0] == '.')
            return from is JsonObject record && record.TryGetPropertyValue(step[1..], out to);
        var index = int.Parse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture);
        if (from is not JsonArray items || index >= items.Count)
            return false;
        to = items[index];
        return true;
    }

    private static string NameOf(string expression) => expression.Split('.', '[')[0];

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    [GeneratedRegex(@"@\{([^{}]+)\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\.[^.\[\]]+|\[[0-9]{1,9}\]")]
    private static partial Regex Step();
}
