using System.Text;

namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <summary>Splits a formula into tokens; comments stand between /* and */.</summary>
internal static class FormulaLexer
{
    private static readonly string[] Symbols =
        ["<>", "<=", ">=", "!=", "==", "&&", "||", "(", ")", ",", "+", "-", "*", "/", "^", "&", "=", "<", ">", "!"];

    public static IReadOnlyList<FormulaToken> Read(string formula)
    {
        var tokens = new List<FormulaToken>();
        var position = 0;
        while (SkipSpace(formula, ref position))
            tokens.Add(Next(formula, ref position));
        tokens.Add(new FormulaToken(FormulaTokenKind.End, "the end", formula.Length));
        return tokens;
    }

    private static bool SkipSpace(string formula, ref int position)
    {
        while (position < formula.Length)
        {
            if (char.IsWhiteSpace(formula[position]))
            {
                position++;
            }
            else if (string.CompareOrdinal(formula, position, "/*", 0, 2) == 0)
            {
                var end = formula.IndexOf("*/", position + 2, StringComparison.Ordinal);
                position = end < 0 ? throw new FormulaException("a comment has no end") : end + 2;
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    private static FormulaToken Next(string formula, ref int position)
    {
        var start = position;
        var first = formula[start];
        if (char.IsAsciiLetter(first) || first == '$')
            return Take(formula, ref position, FormulaTokenKind.Name, IsPartOfName);
        if (char.IsAsciiDigit(first) || (first == '.' && start + 1 < formula.Length && char.IsAsciiDigit(formula[start + 1])))
            return Take(formula, ref position, FormulaTokenKind.Number, character => char.IsAsciiDigit(character) || character == '.');
        if (first is '"' or '\'')
            return Quoted(formula, ref position);
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(formula, start, symbol, 0, symbol.Length) == 0)
            {
                position += symbol.Length;
                return new FormulaToken(FormulaTokenKind.Symbol, symbol, start);
            }
        }
        throw new FormulaException($"there is a '{first}' where it means nothing (character {start + 1})");
    }

    // The type of a polymorphic parent stands behind a colon, as in Owner:User.Name.
    private static bool IsPartOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or ':' or '$';

    private static FormulaToken Take(string formula, ref int position, FormulaTokenKind kind, Func<char, bool> belongs)
    {
        var start = position;
        while (position < formula.Length && belongs(formula[position]))
            position++;
        return new FormulaToken(kind, formula[start..position], start);
    }

    private static FormulaToken Quoted(string formula, ref int position)
    {
        var start = position;
        var quote = formula[position++];
        var text = new StringBuilder();
        while (position < formula.Length && formula[position] != quote)
        {
            if (formula[position] == '\\' && position + 1 < formula.Length)
                text.Append(Escaped(formula[++position]));
            else
                text.Append(formula[position]);
            position++;
        }
        if (position++ >= formula.Length)
            throw new FormulaException($"a text has no closing quote (character {start + 1})");
        return new FormulaToken(FormulaTokenKind.Text, text.ToString(), start);
    }

    private static string Escaped(char character) => character switch
    {
        'n' or 'N' => "\n",
        'r' or 'R' => "\r",
        't' or 'T' => "\t",
        '"' or '\'' or '\\' => character.ToString(),
        _ => $"\\{character}",
    };
}
