using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class BoundAggregate(string function, BoundExpression argument, FieldType type) : BoundExpression(type)
{
    public string Function => function;

    public BoundExpression Argument => argument;
}
