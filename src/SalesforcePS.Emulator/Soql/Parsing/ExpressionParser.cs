using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed class ExpressionParser(TokenReader reader)
{
    /// <summary>Salesforce nests functions two deep: FORMAT(MIN(CloseDate)).</summary>
    private const int MaximumNesting = 2;

    private static readonly HashSet<string> Units = new(["mi", "km"], StringComparer.OrdinalIgnoreCase);

    private readonly LiteralParser literals = new(reader);

    public FieldPath Path()
    {
        var position = reader.Current.Position;
        var segments = new List<string> { reader.ExpectName().Text };
        while (reader.AcceptSymbol("."))
            segments.Add(reader.Current.IsSymbol(".") ? string.Empty : reader.ExpectName().Text);
        return new FieldPath(segments, position);
    }

    /// <summary>A field or a function of one.</summary>
    public Expression Operand() => Operand(0);

    /// <summary>The left side of a condition, where the grammar also has sums of fields.</summary>
    public Expression Sum()
    {
        var left = Operand();
        while (reader.Current.IsSymbol("+") || reader.Current.IsSymbol("-"))
            left = new ArithmeticExpression(left, reader.Next().Text[0], Operand());
        return left;
    }

    private Expression Operand(int depth)
    {
        var token = reader.Current;
        if (token.Kind != TokenKind.Identifier || !reader.Following.IsSymbol("(") || SoqlFunction.Find(token.Text) is not { } function)
            return new FieldExpression(Path());
        reader.Next();
        if (depth == MaximumNesting || (function.Kind == FunctionKind.Geolocation && depth == 0))
            throw reader.Unexpected();
        reader.ExpectSymbol("(");
        var arguments = Arguments(function, depth + 1);
        reader.ExpectSymbol(")");
        return new FunctionExpression(function, arguments, token.Position);
    }

    private List<Expression> Arguments(SoqlFunction function, int depth) => function.Kind switch
    {
        FunctionKind.Distance => Distance(depth),
        FunctionKind.Geolocation => Geolocation(),
        FunctionKind.Aggregate when function.Name == "COUNT" && reader.Current.IsSymbol(")") => [],
        _ => [Operand(depth)],
    };

    private List<Expression> Distance(int depth)
    {
        var field = new FieldExpression(Path());
        reader.ExpectSymbol(",");
        var point = reader.Current.IsKeyword("GEOLOCATION") && reader.Following.IsSymbol("(") ? Operand(depth) : new FieldExpression(Path());
        reader.ExpectSymbol(",");
        if (reader.Current.Kind != TokenKind.String)
            throw reader.Unexpected();
        var unit = literals.Parse();
        return unit is StringLiteral text && Units.Contains(text.Value)
            ? [field, point, new LiteralExpression(text)]
            : throw reader.Source.Malformed(unit.Position, "Invalid distance unit. Valid units are 'mi' and 'km'.");
    }

    private List<Expression> Geolocation()
    {
        var latitude = Coordinate();
        reader.ExpectSymbol(",");
        return [latitude, Coordinate()];
    }

    private LiteralExpression Coordinate()
    {
        var token = reader.Current;
        return literals.Parse() is NumberLiteral { Currency: null } number
            ? new LiteralExpression(number)
            : throw reader.Unexpected(token);
    }
}
