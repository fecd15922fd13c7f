namespace SalesforcePS.Emulator.Schema;

/// <summary>Gives custom objects the first three characters of their ids: those that the database already knows, and new ones.</summary>
/// <param name="known">The prefixes of the database, by object.</param>
internal sealed class KeyPrefixes(Dictionary<string, string>? known = null)
{
    public const char Custom = 'a';
    public const char Event = 'e';
    public const char Metadata = 'm';

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly HashSet<string> used = known is null ? [] : [.. known.Values];
    private readonly Dictionary<char, int> next = [];

    public string Of(string objectName, char first = Custom)
    {
        if (known?.GetValueOrDefault(objectName) is { } prefix)
            return prefix;
        do
        {
            var index = next.GetValueOrDefault(first);
            next[first] = index + 1;
            prefix = string.Concat(first.ToString(), Digits[index / Digits.Length].ToString(), Digits[index % Digits.Length].ToString());
        }
        while (!used.Add(prefix));
        return prefix;
    }
}
