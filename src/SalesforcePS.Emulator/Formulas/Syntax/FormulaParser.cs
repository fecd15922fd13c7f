using System.Globalization;

namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <summary>
/// Operators from the loosest to the tightest, each from left to right. As in an org, ^ binds looser than * and /.
/// </summary>
internal sealed class FormulaParser
{
    /// <summary>A formula of an org has 3,900 characters at most, so deeper ones are only made to break the stack.</summary>
    private const int MaximumDepth = 500;

    private static readonly string[][] Levels =
    [
        ["||"], ["&&"], ["=", "==", "<>", "!="], ["<", "<=", ">", ">="], ["+", "-", "&"], ["^"], ["*", "/"],
    ];

    private readonly IReadOnlyList<FormulaToken> tokens;
    private int index;
    private int depth;

    private FormulaParser(IReadOnlyList<FormulaToken> tokens) => this.tokens = tokens;

    private FormulaToken Current => tokens[index];

    public static FormulaNode Parse(string formula)
    {
        var parser = new FormulaParser(FormulaLexer.Read(formula));
        var node = parser.Expression(0);
        return parser.Current.Kind == FormulaTokenKind.End ? node : throw parser.Unexpected();
    }

    private FormulaNode Expression(int level)
    {
        if (level == Levels.Length)
            return Unary();
        var left = Expression(level + 1);
        while (Current.Kind == FormulaTokenKind.Symbol && Levels[level].Contains(Current.Text))
        {
            var operation = tokens[index++];
            left = new CallNode(Canonical(operation.Text), [left, Expression(level + 1)], operation.Position);
        }
        return left;
    }

    private static string Canonical(string symbol) => symbol switch
    {
        "==" => "=",
        "!=" => "<>",
        "&&" => "AND",
        "||" => "OR",
        _ => symbol,
    };

    private FormulaNode Unary()
    {
        if (Current.Kind != FormulaTokenKind.Symbol || Current.Text is not ("-" or "+" or "!"))
            return Primary();
        var operation = tokens[index++];
        var operand = Nested(Unary);
        return operation.Text switch
        {
            "-" => new CallNode("NEGATE", [operand], operation.Position),
            "+" => operand,
            _ => new CallNode("NOT", [operand], operation.Position),
        };
    }

    private FormulaNode Primary()
    {
        var token = tokens[index++];
        switch (token.Kind)
        {
            case FormulaTokenKind.Number when decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return new LiteralNode(number, FormulaType.Number, token.Position);
            case FormulaTokenKind.Text:
                return new LiteralNode(token.Text, FormulaType.Text, token.Position);
            case FormulaTokenKind.Symbol when token.Text == "(":
                var inner = Nested(() => Expression(0));
                Take(")");
                return inner;
            case FormulaTokenKind.Name when Current is { Kind: FormulaTokenKind.Symbol, Text: "(" }:
                index++;
                return new CallNode(token.Text.ToUpperInvariant(), Arguments(), token.Position);
            case FormulaTokenKind.Name:
                return Word(token);
            default:
                index--;
                throw Unexpected();
        }
    }

    private static FormulaNode Word(FormulaToken token) => token.Text.ToUpperInvariant() switch
    {
        "TRUE" => new LiteralNode(true, FormulaType.Boolean, token.Position),
        "FALSE" => new LiteralNode(false, FormulaType.Boolean, token.Position),
        "NULL" => new LiteralNode(null, FormulaType.Null, token.Position),
        _ => new ReferenceNode(token.Text, token.Position),
    };

    private List<FormulaNode> Arguments()
    {
        var arguments = new List<FormulaNode>();
        if (Current.Text != ")" || Current.Kind != FormulaTokenKind.Symbol)
        {
            arguments.Add(Nested(() => Expression(0)));
            while (Current is { Kind: FormulaTokenKind.Symbol, Text: "," })
            {
                index++;
                arguments.Add(Nested(() => Expression(0)));
            }
        }
        Take(")");
        return arguments;
    }

    private FormulaNode Nested(Func<FormulaNode> parse)
    {
        if (++depth > MaximumDepth)
            throw new FormulaException("it is nested too deeply");
        var node = parse();
        depth--;
        return node;
    }

    private void Take(string symbol)
    {
        if (Current.Kind != FormulaTokenKind.Symbol || Current.Text != symbol)
            throw new FormulaException($"there is {Described(Current)} where a '{symbol}' is needed (character {Current.Position + 1})");
        index++;
    }

    private FormulaException Unexpected() =>
        new($"there is {Described(Current)} where it cannot stand (character {Current.Position + 1})");

    private static string Described(FormulaToken token) => token.Kind == FormulaTokenKind.End ? token.Text : $"'{token.Text}'";
}
