using System.Globalization;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>What relative dates mean (SOQL reference, "Date Formats and Date Literals in WHERE").</summary>
/// <param name="today">The user's.</param>
/// <param name="firstDayOfWeek">As the user's locale has it.</param>
/// <param name="fiscalYear">The org's.</param>
internal sealed class PeriodBinder(DateOnly today, DayOfWeek firstDayOfWeek, FiscalYear fiscalYear)
{
    /// <returns>The first day, and the day behind the last one.</returns>
    public (DateOnly Start, DateOnly End) Resolve(RelativeDateLiteral literal)
    {
        var name = literal.Period.Name;
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

        (DateOnly, DateOnly) Span(string unit, int from, int to) => (Start(unit, from), Start(unit, to));
    }

    /// <summary>The first day of the unit that lies so many units from today's.</summary>
    private DateOnly Start(string unit, int distance) => unit switch
    {
        "DAY" => today.AddDays(distance),
        "WEEK" => today.AddDays(-((7 + (int)today.DayOfWeek - (int)firstDayOfWeek) % 7) + (7 * distance)),
        "MONTH" => FirstOfMonth.AddMonths(distance),
        "QUARTER" => FirstOfMonth.AddMonths(-((today.Month - 1) % 3) + (3 * distance)),
        "YEAR" => new DateOnly(today.Year, 1, 1).AddYears(distance),
        "FISCAL_QUARTER" => FirstOfMonth.AddMonths(-((12 + today.Month - fiscalYear.StartMonth) % 3) + (3 * distance)),
        "FISCAL_YEAR" => fiscalYear.StartOf(today).AddYears(distance),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, string.Create(CultureInfo.InvariantCulture, $"{distance}")),
    };

    private DateOnly FirstOfMonth => new(today.Year, today.Month, 1);
}
