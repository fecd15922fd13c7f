using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>What Bulk queries cannot do (Bulk API 2.0 guide, SOQL considerations).</summary>
internal static class BulkQueryRules
{
    public const string ErrorCode = "API_ERROR";

    /// <param name="query">The statement as it stands: some of what is refused could not even be bound.</param>
    public static void Check(SoqlQuery query)
    {
        if (query.Select.Any(item => item is SubqueryItem))
            throw Refused("Aggregate Relationships not supported in Bulk Query");
        if (query.Select.Any(item => item is TypeofItem))
            throw Refused("TYPEOF not supported in Bulk Query");
        if (query.GroupBy is not null || query.Select.Any(IsFunction))
            throw Refused("Aggregate functions and GROUP BY not supported in Bulk Query");
        if (query.Offset is not null)
            throw Refused("OFFSET not supported in Bulk Query");
    }

    public static void Check(BoundQuery query)
    {
        if (query.Items.Any(item => item.Item is CompoundItem))
            throw Refused("Selecting compound data not supported in Bulk Query");
        if (query.Items.Any(item => item.Item is FieldItem { Type: FieldType.Base64 }))
            throw Refused("Binary fields cannot be selected in bulk queries");
    }

    private static bool IsFunction(SelectItem item) =>
        item is ExpressionItem { Expression: FunctionExpression { Function.Kind: FunctionKind.Aggregate or FunctionKind.Grouping or FunctionKind.Date } };

    private static ApiException Refused(string message) => new(ErrorCode, message);
}
