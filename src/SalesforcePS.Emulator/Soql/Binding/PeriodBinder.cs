using System.Globalization;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>
/// What relative dates mean, in UTC, with weeks that start on Sunday and fiscal years that are calendar years
/// (SOQL reference, "Date Formats and Date Literals in WHERE").
/// </summary>
internal static class PeriodBinder
{
    public static (DateOnly Start, DateOnly End) Resolve(RelativeDateLiteral literal, DateOnly today)
    {
        var name = literal.Period.Name.Replace("FISCAL_", string.Empty, StringComparison.Ordinal);
        var count = literal.Count;
        return name switch
        {
            "TODAY" => (today, today.AddDays(1)),
            "YESTERDAY" => (today.AddDays(-1), today),
            "TOMORROW" => (today.AddDays(1), today.AddDays(2)),
            "LAST_90_DAYS" => (today.AddDays(-90), today.AddDays(1)),
            "NEXT_90_DAYS" => (today.AddDays(1), today.AddDays(91)),
            // Unlike longer units, the last n days include the current one.
            "LAST_N_DAYS" => (today.AddDays(-count), today.AddDays(1)),
            _ when name.StartsWith("LAST_N_", StringComparison.Ordinal) => Span(name[7..^1], -count, 0),
            _ when name.StartsWith("NEXT_N_", StringComparison.Ordinal) => Span(name[7..^1], 1, 1 + count),
            _ when name.StartsWith("N_", StringComparison.Ordinal) => Span(name[2..^5], -count, 1 - count),
            _ when name.StartsWith("LAST_", StringComparison.Ordinal) => Span(name[5..], -1, 0),
            _ when name.StartsWith("NEXT_", StringComparison.Ordinal) => Span(name[5..], 1, 2),
            _ => Span(name[5..], 0, 1),
        };

        (DateOnly, DateOnly) Span(string unit, int from, int to) => (Start(unit, today, from), Start(unit, today, to));
    }

    /// <summary>The first day of the unit that lies so many units from today's.</summary>
    private static DateOnly Start(string unit, DateOnly today, int distance) => unit switch
    {
        "DAY" => today.AddDays(distance),
        "WEEK" => today.AddDays(-(int)today.DayOfWeek + (7 * distance)),
        "MONTH" => FirstOfMonth(today).AddMonths(distance),
        "QUARTER" => FirstOfMonth(today).AddMonths(-((today.Month - 1) % 3) + (3 * distance)),
        "YEAR" => new DateOnly(today.Year, 1, 1).AddYears(distance),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, string.Create(CultureInfo.InvariantCulture, $"{distance}")),
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
