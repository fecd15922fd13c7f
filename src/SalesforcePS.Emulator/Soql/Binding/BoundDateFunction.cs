using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class BoundDateFunction(string function, BoundField argument)
    : BoundExpression(function == DayOnly ? FieldType.Date : FieldType.Int)
{
    public const string DayOnly = "DAY_ONLY";

    public string Function => function;

    public BoundField Argument => argument;
}
