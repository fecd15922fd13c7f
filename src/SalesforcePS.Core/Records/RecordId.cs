namespace SalesforcePS.Core.Records;

/// <summary>The form of a record's Id: 15 characters, or 18 with those that tell the case of the others (api "ID Field Type").</summary>
internal static class RecordId
{
    private const int ShortLength = 15;
    private const int Length = 18;
    private const int GroupLength = 5;
    private const string CaseDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <param name="keyPrefix">The object's first three characters; null where any object will do.</param>
    public static bool IsOf(string text, string? keyPrefix) =>
        text.Length is ShortLength or Length
        && text.All(char.IsAsciiLetterOrDigit)
        && (keyPrefix is null || RestoreCase(text).StartsWith(keyPrefix, StringComparison.Ordinal));

    /// <summary>An Id of 18 characters with the letters in the case that its last three tell; anything else as it is.</summary>
    public static string RestoreCase(string id) => id.Length != Length ? id : string.Create(Length, id, static (restored, id) =>
    {
        for (var i = 0; i < ShortLength; i++)
        {
            var bits = CaseDigits.IndexOf(char.ToUpperInvariant(id[ShortLength + (i / GroupLength)]), StringComparison.Ordinal);
            restored[i] = (bits & (1 << (i % GroupLength))) != 0 ? char.ToUpperInvariant(id[i]) : char.ToLowerInvariant(id[i]);
        }
        id.AsSpan(ShortLength).ToUpperInvariant(restored[ShortLength..]);
    });
}
