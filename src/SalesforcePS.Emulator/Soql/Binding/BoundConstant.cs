using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class BoundConstant(double value) : BoundExpression(FieldType.Double)
{
    public double Value => value;
}
