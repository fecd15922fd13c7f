using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="function">CALENDAR_YEAR and so on.</param>
/// <param name="argument">A date or dateTime field.</param>
/// <param name="zone">The user's time zone where the argument stands in convertTimezone(); else null, and UTC counts.</param>
/// <param name="fiscalYear">The org's.</param>
internal sealed class BoundDateFunction(string function, BoundField argument, TimeZoneInfo? zone, FiscalYear fiscalYear)
    : BoundExpression(function == DayOnly ? FieldType.Date : FieldType.Int)
{
    public const string DayOnly = "DAY_ONLY";

    public string Function => function;

    public BoundField Argument => argument;

    public TimeZoneInfo? Zone => zone;

    public FiscalYear FiscalYear => fiscalYear;
}
