using System.Globalization;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>Date functions count in UTC, in the user's time zone only inside of convertTimezone() (SOQL reference, "Date Functions").</summary>
internal static class DateFunctionTranslator
{
    public static string Translate(BoundDateFunction function, string column, SqlScope scope)
    {
        if (function.Zone is { } zone)
            column = scope.Call(SqlFunction.LocalTime(zone), column);
        var moment = function.Argument.Type == FieldType.DateTime ? $"{column} / 1000, 'unixepoch'" : column;
        return function.Function switch
        {
            BoundDateFunction.DayOnly => $"date({moment})",
            "CALENDAR_YEAR" => Part("%Y"),
            "CALENDAR_MONTH" => Part("%m"),
            "CALENDAR_QUARTER" => Quarter(Part("%m")),
            "FISCAL_YEAR" => FiscalYear(),
            "FISCAL_MONTH" => FiscalMonth(),
            "FISCAL_QUARTER" => Quarter(FiscalMonth()),
            "DAY_IN_MONTH" => Part("%d"),
            "DAY_IN_WEEK" => $"({Part("%w")} + 1)",
            "DAY_IN_YEAR" => Part("%j"),
            "HOUR_IN_DAY" => Part("%H"),
            "WEEK_IN_MONTH" => $"(({Part("%d")} - 1) / 7 + 1)",
            "WEEK_IN_YEAR" => $"(({Part("%j")} - 1) / 7 + 1)",
            _ => throw new NotSupportedException(function.Function),
        };

        string Part(string format) => $"CAST(strftime('{format}', {moment}) AS INTEGER)";

        string FiscalMonth() => string.Create(CultureInfo.InvariantCulture, $"(({Part("%m")} + {12 - function.FiscalYear.StartMonth}) % 12 + 1)");

        string FiscalYear()
        {
            var start = function.FiscalYear.StartMonth;
            if (start == 1)
                return Part("%Y");
            var shift = function.FiscalYear.IsNamedByStart ? $"- ({Part("%m")} < {start})" : $"+ ({Part("%m")} >= {start})";
            return $"({Part("%Y")} {shift})";
        }
    }

    private static string Quarter(string month) => $"(({month} + 2) / 3)";
}
