using System.Globalization;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <param name="tables">Where the fields are.</param>
/// <param name="totalled">Of a subtotal row: the groups that it runs over, which are null in it.</param>
internal sealed class ExpressionTranslator(TableSource tables, IReadOnlySet<BoundExpression>? totalled = null)
{
    public string Translate(BoundExpression expression) => expression switch
    {
        _ when totalled?.Contains(expression) == true => "NULL",
        BoundField { Type: FieldType.Boolean, Table.Child: not null } parents => $"IFNULL({tables.Column(parents)}, 0)",
        BoundField field => tables.Column(field),
        BoundTypeName typeName => tables.TypeName(typeName.Table),
        BoundAggregate { Function: "COUNT_DISTINCT" } aggregate => $"COUNT(DISTINCT {Whole(aggregate.Argument)})",
        BoundAggregate aggregate => $"{aggregate.Function}({Whole(aggregate.Argument)})",
        BoundGrouping grouping => totalled?.Contains(grouping.Group) == true ? "1" : "0",
        BoundDateFunction date => DateFunctionTranslator.Translate(date, Translate(date.Argument), tables.Scope),
        BoundLabel label => new LabelTranslator(tables.Scope).Translate(label, Translate(label.Field)),
        BoundFormat format => Localized(format),
        BoundConstant constant => tables.Scope.Parameter(constant.Value),
        BoundDistance distance => Distance(distance),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>What is read of a selected column: of a blob only whether there is one, and a parent's boolean as it is.</summary>
    public string Selected(BoundExpression expression) => expression switch
    {
        _ when totalled?.Contains(expression) == true => "NULL",
        BoundField { Type: FieldType.Base64 } blob => $"NULLIF({tables.Column(blob)} IS NOT NULL, 0)",
        BoundField field => tables.Column(field),
        _ => Translate(expression),
    };

    /// <summary>Subtotals aggregate the field of a group as every other.</summary>
    private string Whole(BoundExpression expression) =>
        totalled is null ? Translate(expression) : new ExpressionTranslator(tables).Translate(expression);

    private string Localized(BoundFormat format) => tables.Scope.Call(
        SqlFunction.Localize(format.Settings),
        Selected(format.Value),
        tables.Scope.Parameter(format.Value.Type.ToString()),
        tables.Scope.Parameter((long)format.Scale));

    /// <summary>By the haversine formula, over a globe (SOQL reference, "How SOQL Calculates and Compares Distances").</summary>
    private string Distance(BoundDistance distance)
    {
        var (fromLatitude, fromLongitude) = (Translate(distance.From.Latitude), Translate(distance.From.Longitude));
        var (toLatitude, toLongitude) = (Translate(distance.To.Latitude), Translate(distance.To.Longitude));
        var diameter = (2 * distance.Radius).ToString("R", CultureInfo.InvariantCulture);
        return $"({diameter} * asin(min(1, sqrt(pow(sin(radians({toLatitude} - {fromLatitude}) / 2), 2) + "
            + $"cos(radians({fromLatitude})) * cos(radians({toLatitude})) * pow(sin(radians({toLongitude} - {fromLongitude}) / 2), 2)))))";
    }
}
