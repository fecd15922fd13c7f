using System.Diagnostics.CodeAnalysis;

namespace SalesforcePS.Emulator.Identity;

/// <summary>
/// The record ids of Salesforce: a key prefix of three characters, the instance, a sequence number in base 62,
/// and, in the form of 18 characters, three more that tell which letters are in upper case.
/// </summary>
internal static class SalesforceId
{
    public const int ShortLength = 15;
    public const int Length = 18;

    /// <summary>Highest sequence number that fits in the nine digits of an id.</summary>
    public const long MaximumKey = 13_537_086_546_263_551;

    private const string Instance = "gL0";
    private const int PrefixLength = 3;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string ChecksumDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public static string Create(string keyPrefix, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key, MaximumKey);
        return string.Create(Length, (keyPrefix, key), static (id, state) =>
        {
            state.keyPrefix.CopyTo(id);
            Instance.CopyTo(id[PrefixLength..]);
            var rest = state.key;
            for (var i = ShortLength - 1; i >= PrefixLength + Instance.Length; i--)
            {
                id[i] = Digits[(int)(rest % Digits.Length)];
                rest /= Digits.Length;
            }
            WriteChecksum(id[..ShortLength], id[ShortLength..]);
        });
    }

    /// <summary>Takes both forms and gives the long one; a wrong checksum is refused as an org refuses it.</summary>
    public static bool TryNormalize([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (text is null || text.Length is not (ShortLength or Length))
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                return false;
        }
        Span<char> full = stackalloc char[Length];
        text.AsSpan(0, ShortLength).CopyTo(full);
        WriteChecksum(full[..ShortLength], full[ShortLength..]);
        if (text.Length == Length && !text.AsSpan(ShortLength).Equals(full[ShortLength..], StringComparison.OrdinalIgnoreCase))
            return false;
        id = text.Length == Length && text.AsSpan().SequenceEqual(full) ? text : full.ToString();
        return true;
    }

    public static string KeyPrefix(string id) => id[..PrefixLength];

    /// <summary>The sequence number inside an id, or no number when the id is of another instance.</summary>
    public static bool TryGetKey(string id, out long key)
    {
        key = 0;
        if (id.Length < ShortLength || !id.AsSpan(PrefixLength, Instance.Length).SequenceEqual(Instance))
            return false;
        foreach (var character in id.AsSpan(PrefixLength + Instance.Length, ShortLength - PrefixLength - Instance.Length))
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            key = (key * Digits.Length) + digit;
        }
        return true;
    }

    private static void WriteChecksum(ReadOnlySpan<char> id, Span<char> checksum)
    {
        for (var group = 0; group < checksum.Length; group++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                if (char.IsAsciiLetterUpper(id[(group * 5) + i]))
                    bits |= 1 << i;
            }
            checksum[group] = ChecksumDigits[bits];
        }
    }
}
