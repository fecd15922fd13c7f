using System.Globalization;
using System.Text;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>The format of <c>java.util.Properties</c>: comments, line continuations, escapes; <c>=</c>, <c>:</c> or blanks after the key.</summary>
internal static class JavaProperties
{
    /// <summary>Java writes Latin-1; people with an editor write UTF-8.</summary>
    public static string Decode(byte[] bytes)
    {
        var text = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        return text.TrimStart('\uFEFF');
    }

    /// <exception cref="FormatException">An escape is not complete.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text)
    {
        foreach (var line in LogicalLines(text))
        {
            var end = KeyEnd(line);
            var value = line[end..].TrimStart(' ', '\t', '\f');
            if (value is ['=' or ':', ..])
                value = value[1..].TrimStart(' ', '\t', '\f');
            yield return KeyValuePair.Create(Unescape(line[..end]), Unescape(value));
        }
    }

    private static IEnumerable<string> LogicalLines(string text)
    {
        var open = new StringBuilder();
        foreach (var natural in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = natural.TrimStart(' ', '\t', '\f');
            if (open.Length == 0 && (line.Length == 0 || line[0] is '#' or '!'))
                continue;
            if (IsContinued(line))
            {
                open.Append(line, 0, line.Length - 1);
                continue;
            }
            yield return open.Append(line).ToString();
            open.Clear();
        }
        if (open.Length > 0)
            yield return open.ToString();
    }

    /// <summary>An odd number of backslashes at the end; two of them are one backslash.</summary>
    private static bool IsContinued(string line) => (line.Length - line.TrimEnd('\\').Length) % 2 == 1;

    private static int KeyEnd(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] is '=' or ':' or ' ' or '\t' or '\f')
                return i;
        }
        return line.Length;
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            i++;
            plain.Append(text[i] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'f' => '\f',
                'u' => ReadCode(text, ref i),
                var other => other,
            });
        }
        return plain.ToString();
    }

    private static char ReadCode(string text, ref int i)
    {
        if (i + 4 >= text.Length || !ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw new FormatException($"'{text}' has an escape \\u without four hexadecimal digits.");
        i += 4;
        return (char)code;
    }
}
