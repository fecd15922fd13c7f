using System.Globalization;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>The terms of ORDER BY: picklists sort as their values are ordered in set-up (SOQL reference, "ORDER BY").</summary>
internal sealed class OrderTranslator(TableSource tables, ExpressionTranslator expressions)
{
    public string Translate(BoundOrder order) => Sorted(order.Expression) + Direction(order);

    /// <summary>What the rows are compared by.</summary>
    public string Sorted(BoundExpression expression)
    {
        var value = expressions.Translate(expression);
        if (value == "NULL" || expression is not BoundField { Type: FieldType.Picklist, Definition.PicklistValues: { Count: > 0 } values })
            return value;
        var cases = values.Select((known, place) => string.Create(CultureInfo.InvariantCulture, $"WHEN {tables.Scope.Parameter(known.Value)} THEN {place}"));
        // Values that set-up does not know come behind, in their own order.
        return $"(CASE {value} {string.Join(' ', cases)} ELSE {value} END)";
    }

    /// <summary>SQLite takes null for the least value; SOQL puts it first unless told otherwise.</summary>
    public static string Direction(BoundOrder order) => (order.Descending, order.NullsLast) switch
    {
        (false, false) => string.Empty,
        (false, true) => " NULLS LAST",
        (true, false) => " DESC NULLS FIRST",
        (true, true) => " DESC",
    };
}
