namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record SoqlFunction(string Name, FunctionKind Kind)
{
    public const string ConvertTimezone = "convertTimezone";
    public const string ConvertCurrency = "convertCurrency";
    public const string Format = "FORMAT";
    public const string ToLabel = "toLabel";

    private static readonly Dictionary<string, SoqlFunction> ByName = new SoqlFunction[]
    {
        new("COUNT", FunctionKind.Aggregate),
        new("COUNT_DISTINCT", FunctionKind.Aggregate),
        new("SUM", FunctionKind.Aggregate),
        new("AVG", FunctionKind.Aggregate),
        new("MIN", FunctionKind.Aggregate),
        new("MAX", FunctionKind.Aggregate),
        new("GROUPING", FunctionKind.Grouping),
        new("CALENDAR_MONTH", FunctionKind.Date),
        new("CALENDAR_QUARTER", FunctionKind.Date),
        new("CALENDAR_YEAR", FunctionKind.Date),
        new("DAY_IN_MONTH", FunctionKind.Date),
        new("DAY_IN_WEEK", FunctionKind.Date),
        new("DAY_IN_YEAR", FunctionKind.Date),
        new("DAY_ONLY", FunctionKind.Date),
        new("FISCAL_MONTH", FunctionKind.Date),
        new("FISCAL_QUARTER", FunctionKind.Date),
        new("FISCAL_YEAR", FunctionKind.Date),
        new("HOUR_IN_DAY", FunctionKind.Date),
        new("WEEK_IN_MONTH", FunctionKind.Date),
        new("WEEK_IN_YEAR", FunctionKind.Date),
        new(ConvertTimezone, FunctionKind.Conversion),
        new(ConvertCurrency, FunctionKind.Conversion),
        new(Format, FunctionKind.Conversion),
        new(ToLabel, FunctionKind.Conversion),
        new("DISTANCE", FunctionKind.Distance),
        new("GEOLOCATION", FunctionKind.Geolocation),
    }.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static SoqlFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
