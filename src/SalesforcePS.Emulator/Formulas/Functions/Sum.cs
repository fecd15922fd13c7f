namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>Addition and subtraction, of days to dates and of milliseconds to times too.</summary>
internal static class Sum
{
    private const int SecondsPerDay = 86_400;

    public static object? Add(object? left, object? right) => (left, right) switch
    {
        (decimal one, decimal other) => one + other,
        (string or null, string) or (string, null) => (left as string) + (right as string),
        (DateOnly date, decimal days) => date.AddDays((int)decimal.Truncate(days)),
        (DateTime moment, decimal days) => moment.AddSeconds((double)Math.Round(days * SecondsPerDay)),
        (TimeOnly time, decimal milliseconds) => time.Add(TimeSpan.FromMilliseconds((double)milliseconds)),
        (decimal, DateOnly or DateTime or TimeOnly) => Add(right, left),
        _ => null,
    };

    public static object? Subtract(object? left, object? right) => (left, right) switch
    {
        (decimal one, decimal other) => one - other,
        (DateOnly date, DateOnly other) => (decimal)(date.DayNumber - other.DayNumber),
        (DateTime moment, DateTime other) => (decimal)(moment - other).TotalSeconds / SecondsPerDay,
        // Between times an org counts forward, over midnight where it must.
        (TimeOnly time, TimeOnly other) => (decimal)(time - other).TotalMilliseconds,
        (DateOnly or DateTime or TimeOnly, decimal number) => Add(left, -number),
        _ => null,
    };
}
