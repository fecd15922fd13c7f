using System.Globalization;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using static SalesforcePS.Emulator.Formulas.Functions.FormulaFunction;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>Dates and times, in UTC.</summary>
internal static class DateFunctions
{
    private static readonly FormulaType[] Day = [FormulaType.Date];
    private static readonly FormulaType[] Hour = [FormulaType.Time];

    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        Of("TODAY", FormulaType.Date, arguments => DateOnly.FromDateTime(arguments.Scope.Environment.Now.UtcDateTime), []),
        Of("NOW", FormulaType.DateTime, arguments => arguments.Scope.Environment.Now.UtcDateTime, []),
        Of("TIMENOW", FormulaType.Time, arguments => TimeOnly.FromDateTime(arguments.Scope.Environment.Now.UtcDateTime), []),
        Of("DATE", FormulaType.Date, MakeDate, [FormulaType.Number, FormulaType.Number, FormulaType.Number]),
        new("DATEVALUE", call => CheckConversion(call, FormulaType.Date), arguments => DateConversion.ToDate(arguments[0])),
        new("DATETIMEVALUE", call => CheckConversion(call, FormulaType.DateTime), arguments => DateConversion.ToMoment(arguments[0])),
        new("TIMEVALUE", call => CheckConversion(call, FormulaType.Time), arguments => DateConversion.ToTime(arguments[0])),
        Of("YEAR", FormulaType.Number, arguments => Part(arguments, date => date.Year), Day),
        Of("MONTH", FormulaType.Number, arguments => Part(arguments, date => date.Month), Day),
        Of("DAY", FormulaType.Number, arguments => Part(arguments, date => date.Day), Day),
        Of("WEEKDAY", FormulaType.Number, arguments => Part(arguments, date => (int)date.DayOfWeek + 1), Day),
        Of("DAYOFYEAR", FormulaType.Number, arguments => Part(arguments, date => date.DayOfYear), Day),
        Of("ISOWEEK", FormulaType.Number, arguments => Part(arguments, date => ISOWeek.GetWeekOfYear(date.ToDateTime(default))), Day),
        Of("ISOYEAR", FormulaType.Number, arguments => Part(arguments, date => ISOWeek.GetYear(date.ToDateTime(default))), Day),
        new("UNIXTIMESTAMP", call => CheckConversion(call, FormulaType.Number), arguments => DateConversion.ToSeconds(arguments[0])),
        Of("FROMUNIXTIME", FormulaType.DateTime, arguments => arguments.Number(0) is { } seconds ? DateTime.UnixEpoch.AddSeconds((double)seconds) : null, [FormulaType.Number]),
        new("ADDMONTHS", CheckAddMonths, AddMonths),
        Of("HOUR", FormulaType.Number, arguments => TimePart(arguments, time => time.Hour), Hour),
        Of("MINUTE", FormulaType.Number, arguments => TimePart(arguments, time => time.Minute), Hour),
        Of("SECOND", FormulaType.Number, arguments => TimePart(arguments, time => time.Second), Hour),
        Of("MILLISECOND", FormulaType.Number, arguments => TimePart(arguments, time => time.Millisecond), Hour),
    ];

    private static object? MakeDate(FormulaArguments arguments)
    {
        if (arguments.Number(0) is null || arguments.Number(1) is null || arguments.Number(2) is null)
            return null;
        var (year, month, day) = (arguments.Whole(0), arguments.Whole(1), arguments.Whole(2));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            throw new FormulaValueException("DATE gets numbers that are no date");
        return new DateOnly(year, month, day);
    }

    private static decimal? Part(FormulaArguments arguments, Func<DateOnly, int> part) =>
        arguments[0] is DateOnly date ? part(date) : null;

    private static decimal? TimePart(FormulaArguments arguments, Func<TimeOnly, int> part) =>
        arguments[0] is TimeOnly time ? part(time) : null;

    private static object? AddMonths(FormulaArguments arguments) => (arguments[0], arguments.Number(1)) switch
    {
        (DateOnly date, not null) => Later(date, arguments.Whole(1)),
        (DateTime moment, not null) => Later(DateOnly.FromDateTime(moment), arguments.Whole(1))
            .ToDateTime(TimeOnly.FromDateTime(moment), DateTimeKind.Utc),
        _ => null,
    };

    // From the last day of a month an org goes to the last day of the other.
    private static DateOnly Later(DateOnly date, int months)
    {
        var later = date.AddMonths(months);
        return date.AddDays(1).Month == date.Month ? later : later.AddDays(DateTime.DaysInMonth(later.Year, later.Month) - later.Day);
    }

    private static FormulaType CheckAddMonths(CheckedCall call)
    {
        call.Count(2);
        call.Expect(0, FormulaType.Date, FormulaType.DateTime);
        call.Expect(1, FormulaType.Number);
        return call[0];
    }

    private static FormulaType CheckConversion(CheckedCall call, FormulaType result)
    {
        call.Count(1);
        call.Expect(0, FormulaType.Text, FormulaType.Date, FormulaType.DateTime, FormulaType.Time);
        return result;
    }
}
