using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

internal sealed class ExpressionTranslator(TableSource tables)
{
    public string Translate(BoundExpression expression) => expression switch
    {
        BoundField { Type: FieldType.Boolean, Table.Child: not null } parents => $"IFNULL({tables.Column(parents)}, 0)",
        BoundField field => tables.Column(field),
        BoundTypeName typeName => tables.TypeName(typeName.Table),
        BoundAggregate { Function: "COUNT_DISTINCT" } aggregate => $"COUNT(DISTINCT {Translate(aggregate.Argument)})",
        BoundAggregate aggregate => $"{aggregate.Function}({Translate(aggregate.Argument)})",
        BoundDateFunction date => DateFunction(date),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>What is read of a selected column: of a blob only whether there is one, and a parent's boolean as it is.</summary>
    public string Selected(BoundExpression expression) => expression switch
    {
        BoundField { Type: FieldType.Base64 } blob => $"NULLIF({tables.Column(blob)} IS NOT NULL, 0)",
        BoundField field => tables.Column(field),
        _ => Translate(expression),
    };

    private string DateFunction(BoundDateFunction function)
    {
        var column = tables.Column(function.Argument);
        var moment = function.Argument.Type == FieldType.DateTime ? $"{column} / 1000, 'unixepoch'" : column;
        return function.Function switch
        {
            BoundDateFunction.DayOnly => $"date({moment})",
            "CALENDAR_YEAR" or "FISCAL_YEAR" => Part("%Y"),
            "CALENDAR_MONTH" or "FISCAL_MONTH" => Part("%m"),
            "CALENDAR_QUARTER" or "FISCAL_QUARTER" => $"(({Part("%m")} + 2) / 3)",
            "DAY_IN_MONTH" => Part("%d"),
            "DAY_IN_WEEK" => $"({Part("%w")} + 1)",
            "DAY_IN_YEAR" => Part("%j"),
            "HOUR_IN_DAY" => Part("%H"),
            "WEEK_IN_MONTH" => $"(({Part("%d")} - 1) / 7 + 1)",
            "WEEK_IN_YEAR" => $"(({Part("%j")} - 1) / 7 + 1)",
            _ => throw new NotSupportedException(function.Function),
        };

        string Part(string format) => $"CAST(strftime('{format}', {moment}) AS INTEGER)";
    }
}
