namespace SalesforcePS.Core.Records;

/// <summary>The form of a record's Id: 15 characters, or 18 with those that tell the case of the others.</summary>
internal static class RecordId
{
    /// <param name="keyPrefix">The object's first three characters; null where any object will do.</param>
    public static bool IsOf(string text, string? keyPrefix) =>
        text.Length is 15 or 18 && text.All(char.IsAsciiLetterOrDigit) && (keyPrefix is null || text.StartsWith(keyPrefix, StringComparison.Ordinal));
}
