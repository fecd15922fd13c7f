using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>Links to files are found only from the file or from the record (SOQL reference, "SOQL Object Limits").</summary>
internal static class RequiredFilter
{
    private const string Link = "ContentDocumentLink";

    private static readonly HashSet<string> Fields = new(["Id", "ContentDocumentId", "LinkedEntityId"], StringComparer.OrdinalIgnoreCase);

    public static void Check(Condition? where, SObjectType type)
    {
        if (type.Name != Link || Names(where))
            return;
        throw new ApiException(
            "MALFORMED_QUERY",
            $"Implementation restriction: {Link} requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.");
    }

    private static bool Names(Condition? condition) => condition switch
    {
        ComparisonCondition { Operator: ComparisonOperator.Equal } comparison => IsKey(comparison.Left),
        SetCondition { Operator: SetOperator.In } set => IsKey(set.Left),
        SemiJoinCondition { Anti: false } semiJoin => IsKey(semiJoin.Left),
        LogicalCondition { IsAnd: true } and => and.Operands.Any(Names),
        LogicalCondition or => or.Operands.All(Names),
        _ => false,
    };

    private static bool IsKey(Expression expression) => expression is FieldExpression field && Fields.Contains(field.Path.Name);
}
