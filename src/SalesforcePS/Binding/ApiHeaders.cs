using System.Collections;

namespace SalesforcePS.Binding;

/// <summary>The headers of an Invoke-SfApi call.</summary>
internal static class ApiHeaders
{
    private static readonly string[] OfTheSession = ["Authorization", "Host", "Cookie", "X-SFDC-Session"];

    public static IReadOnlyList<KeyValuePair<string, string>> Read(IDictionary? headers) =>
        [.. (headers ?? new Hashtable()).Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(entry.Key.ToString()!, entry.Value?.ToString() ?? ""))];

    /// <summary>What is wrong with a header; null where nothing is.</summary>
    public static string? Refusal(KeyValuePair<string, string> header) => header switch
    {
        { Key: var name } when OfTheSession.Contains(name, StringComparer.OrdinalIgnoreCase) => "it is the session's",
        { Key: var name } when name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) => "-ContentType says it",
        { Key: var name } when name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') => "it is no name of a header",
        { Value: var value } when value.Any(char.IsControl) => "its value has a control character",
        _ => null,
    };
}
