using System.Globalization;
using System.Text;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

/// <summary>Resolves the escapes of a string; any other backslash is an error (SOQL reference, "Quoted String Escape Sequences").</summary>
internal static class QuotedString
{
    private const int MaximumLength = 4_000;

    public static StringLiteral Read(SoqlText source, Token token)
    {
        var value = new StringBuilder();
        var pattern = new StringBuilder();
        var body = token.Text.AsSpan(1, token.Text.Length - 2);
        for (var index = 0; index < body.Length; index++)
        {
            if (body[index] != '\\')
            {
                value.Append(body[index]);
                pattern.Append(body[index]);
                continue;
            }
            var escaped = body[++index];
            if (Unescape(body, ref index) is not { } character)
                throw Illegal(source, token, escaped);
            value.Append(character);
            if (character is '\\' or '%' or '_')
                pattern.Append('\\');
            pattern.Append(character);
        }
        if (value.Length > MaximumLength)
            throw source.Malformed(token.Position, $"string literals cannot be longer than {MaximumLength} characters");
        return new StringLiteral(value.ToString(), pattern.ToString(), token.Position);
    }

    private static ApiException Illegal(SoqlText source, Token token, char escaped) => source.Malformed(
        token.Position,
        $@"Invalid string literal {token.Text}. Illegal character sequence '\{escaped}' in string literal.");

    private static char? Unescape(ReadOnlySpan<char> body, ref int index)
    {
        switch (body[index])
        {
            case 'n' or 'N':
                return '\n';
            case 'r' or 'R':
                return '\r';
            case 't' or 'T':
                return '\t';
            case 'b' or 'B':
                return '\b';
            case 'f' or 'F':
                return '\f';
            case '"' or '\'' or '\\' or '%' or '_':
                return body[index];
            case 'u' when index + 4 < body.Length
                && ushort.TryParse(body.Slice(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                index += 4;
                return (char)code;
            default:
                return null;
        }
    }
}
