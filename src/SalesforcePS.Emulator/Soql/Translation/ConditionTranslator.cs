using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>
/// SOQL knows true and false only: a comparison with an empty field is false, its negation true. NOT is therefore
/// carried down to the comparisons, which say for themselves what they mean for nulls.
/// </summary>
internal sealed class ConditionTranslator(TableSource tables, ExpressionTranslator expressions)
{
    /// <summary>SQLite builds a chain of operators as deep as it is long, and refuses trees deeper than 1,000.</summary>
    private const int Branches = 64;

    private readonly SqlScope scope = tables.Scope;
    private readonly TextTranslator texts = new(tables.Scope);

    public ConditionTranslator(TableSource tables)
        : this(tables, new ExpressionTranslator(tables))
    {
    }

    public string? Translate(BoundCondition? condition) => condition is null ? null : Translate(condition, negated: false);

    private string Translate(BoundCondition condition, bool negated) => condition switch
    {
        BoundNot not => Translate(not.Operand, !negated),
        BoundLogical logical => Join(
            logical.IsAnd != negated, logical.Operands.Select(operand => Translate(operand, negated))),
        BoundComparison comparison => Compare(
            comparison.Left, negated ? Inverse(comparison.Operator) : (comparison.Operator, false), comparison.Value),
        BoundMembership membership => Membership(membership, negated),
        BoundInclusion inclusion => Inclusion(inclusion, negated),
        BoundSemiJoin semiJoin => SemiJoin(semiJoin, negated),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Compare(BoundExpression expression, (ComparisonOperator Operator, bool OrNull) comparison, BoundValue value)
    {
        var left = expressions.Translate(expression);
        var sql = value switch
        {
            BoundScalar { Value: string text } when IgnoresCase(expression) => texts.Compare(left, comparison.Operator, text, comparison.OrNull),
            BoundScalar { Value: string pattern } when comparison.Operator == ComparisonOperator.Like => texts.Like(left, pattern, comparison.OrNull),
            BoundPeriod period => Period(left, comparison.Operator, period),
            BoundScalar { Value: { } scalar } => Estimated(
                expression, comparison.Operator, Scalar(left, comparison.Operator, scope.Parameter(scalar), negatedLike: comparison.OrNull)),
            _ => comparison.Operator switch
            {
                ComparisonOperator.Equal => $"{left} IS NULL",
                ComparisonOperator.NotEqual => $"{left} IS NOT NULL",
                // Nothing is more or less than null, and so the negation is true of all.
                _ => comparison.OrNull ? "1" : "0",
            },
        };
        return comparison.OrNull ? $"({sql} OR {left} IS NULL)" : sql;
    }

    /// <summary>
    /// An owner has many records: the index on owners is used where no other will do. SQLite would take all indexes for
    /// equally good.
    /// </summary>
    private static string Estimated(BoundExpression expression, ComparisonOperator comparison, string sql) =>
        comparison == ComparisonOperator.Equal && expression is BoundField { Name: SystemFields.OwnerId } ? $"likelihood({sql}, 0.01)" : sql;

    private static bool IgnoresCase(BoundExpression expression) => expression is BoundField field
        ? field.Definition is { IsText: true, CaseSensitive: false }
        : expression.Type == FieldType.String;

    public static string Scalar(string left, ComparisonOperator comparison, string value, bool negatedLike) => comparison switch
    {
        ComparisonOperator.Equal => $"{left} = {value}",
        ComparisonOperator.NotEqual => $"{left} IS NOT {value}",
        ComparisonOperator.Less => $"{left} < {value}",
        ComparisonOperator.LessOrEqual => $"{left} <= {value}",
        ComparisonOperator.Greater => $"{left} > {value}",
        ComparisonOperator.GreaterOrEqual => $"{left} >= {value}",
        _ => $@"{left} {(negatedLike ? "NOT " : string.Empty)}LIKE {value} ESCAPE '\'",
    };

    private string Period(string left, ComparisonOperator comparison, BoundPeriod period)
    {
        string Start() => scope.Parameter(period.Start);
        string End() => scope.Parameter(period.End);
        return comparison switch
        {
            ComparisonOperator.Equal => $"({left} >= {Start()} AND {left} < {End()})",
            ComparisonOperator.NotEqual => $"({left} < {Start()} OR {left} >= {End()} OR {left} IS NULL)",
            ComparisonOperator.Less => $"{left} < {Start()}",
            ComparisonOperator.LessOrEqual => $"{left} < {End()}",
            ComparisonOperator.Greater => $"{left} >= {End()}",
            _ => $"{left} >= {Start()}",
        };
    }

    private string Membership(BoundMembership membership, bool negated)
    {
        var left = expressions.Translate(membership.Left);
        var values = membership.Values.OfType<BoundScalar>().Select(scalar => scalar.Value).OfType<object>().ToArray();
        var hasNull = membership.Values.Any(value => value is BoundScalar { Value: null });
        var parts = membership.Values.OfType<BoundPeriod>()
            .Select(period => Period(left, negated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal, period))
            .ToList();
        if (values.Length > 0)
        {
            var found = texts.In(left, values, IgnoresCase(membership.Left));
            parts.Add(negated ? $"(NOT {found} OR {left} IS NULL)" : Estimated(membership.Left, ComparisonOperator.Equal, found));
        }
        if (hasNull)
            parts.Add(negated ? $"{left} IS NOT NULL" : $"{left} IS NULL");
        return Join(negated, parts);
    }

    private string Inclusion(BoundInclusion inclusion, bool negated)
    {
        var left = expressions.Translate(inclusion.Left);
        var sets = inclusion.Sets.Select(set => Join(true, set.Select(value =>
            texts.Compare($"(';' || {left} || ';')", ComparisonOperator.Like, $"%;{EscapePattern(value)};%", negatedLike: false))));
        var sql = Join(false, sets);
        return negated ? $"(NOT {sql} OR {left} IS NULL)" : sql;
    }

    private string SemiJoin(BoundSemiJoin semiJoin, bool negated)
    {
        var left = expressions.Translate(semiJoin.Left);
        var inner = new TableSource(scope, semiJoin.InnerRoot);
        var column = inner.Column(semiJoin.Inner);
        var where = new ConditionTranslator(inner).Translate(semiJoin.Where);
        var select = $"SELECT {column} FROM {inner.Table}{inner.Joins}{inner.Where($"{column} IS NOT NULL", where)}";
        return negated ? $"({left} NOT IN ({select}) OR {left} IS NULL)" : $"{left} IN ({select})";
    }

    private static (ComparisonOperator Operator, bool OrNull) Inverse(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => (ComparisonOperator.NotEqual, false),
        ComparisonOperator.NotEqual => (ComparisonOperator.Equal, false),
        ComparisonOperator.Less => (ComparisonOperator.GreaterOrEqual, true),
        ComparisonOperator.LessOrEqual => (ComparisonOperator.Greater, true),
        ComparisonOperator.Greater => (ComparisonOperator.LessOrEqual, true),
        ComparisonOperator.GreaterOrEqual => (ComparisonOperator.Less, true),
        _ => (ComparisonOperator.Like, true),
    };

    public static string Join(bool isAnd, IEnumerable<string> parts) => Join(isAnd, parts.ToArray().AsSpan());

    private static string Join(bool isAnd, ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
            return isAnd ? "1" : "0";
        if (parts.Length == 1)
            return parts[0];
        if (parts.Length <= Branches)
            return $"({string.Join(isAnd ? " AND " : " OR ", parts.ToArray())})";
        var half = parts.Length / 2;
        return $"({Join(isAnd, parts[..half])} {(isAnd ? "AND" : "OR")} {Join(isAnd, parts[half..])})";
    }

    private static string EscapePattern(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
