using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>FIELDS(ALL) and FIELDS(CUSTOM) are for few records only (SOQL reference, "FIELDS()", bounded and unbounded queries).</summary>
internal static class FieldsLimit
{
    private const int Maximum = 200;

    public static void Check(FieldsItem item, SoqlQuery query)
    {
        if (item.Group != FieldsGroup.Standard && query.Limit is not { Value: <= Maximum } && !NamesFewIds(query.Where))
            throw new ApiException("MALFORMED_QUERY", $"The SOQL FIELDS function must have a LIMIT of at most {Maximum}");
    }

    private static bool NamesFewIds(Condition? condition) => condition switch
    {
        ComparisonCondition { Operator: ComparisonOperator.Equal } comparison => IsId(comparison.Left),
        SetCondition { Operator: SetOperator.In, Values.Count: <= Maximum } set => IsId(set.Left),
        LogicalCondition { IsAnd: true } and => and.Operands.Any(NamesFewIds),
        LogicalCondition { Operands.Count: <= Maximum } or => or.Operands.All(NamesFewIds),
        _ => false,
    };

    private static bool IsId(Expression expression) =>
        expression is FieldExpression { Path.Segments: [var name] } && name.Equals("Id", StringComparison.OrdinalIgnoreCase);
}
