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

    /// <summary>Characters whose case one character of the checksum tells.</summary>
    private const int GroupLength = 5;
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

    /// <summary>
    /// Takes both forms and gives the long one. The last three of 18 characters say which letters are in upper case, so the case of
    /// the others does not count; a suffix that makes a digit an upper case letter is refused.
    /// </summary>
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
        if (text.Length == Length && !TryRestoreCase(full[..ShortLength], text.AsSpan(ShortLength)))
            return false;
        WriteChecksum(full[..ShortLength], full[ShortLength..]);
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

    private static bool TryRestoreCase(Span<char> id, ReadOnlySpan<char> checksum)
    {
        for (var group = 0; group < checksum.Length; group++)
        {
            var bits = ChecksumDigits.IndexOf(char.ToUpperInvariant(checksum[group]), StringComparison.Ordinal);
            if (bits < 0)
                return false;
            for (var i = 0; i < GroupLength; i++)
            {
                ref var character = ref id[(group * GroupLength) + i];
                var isUpper = (bits & (1 << i)) != 0;
                if (isUpper && !char.IsAsciiLetter(character))
                    return false;
                character = isUpper ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character);
            }
        }
        return true;
    }

    private static void WriteChecksum(ReadOnlySpan<char> id, Span<char> checksum)
    {
        for (var group = 0; group < checksum.Length; group++)
        {
            var bits = 0;
            for (var i = 0; i < GroupLength; i++)
            {
                if (char.IsAsciiLetterUpper(id[(group * GroupLength) + i]))
                    bits |= 1 << i;
            }
            checksum[group] = ChecksumDigits[bits];
        }
    }
}
