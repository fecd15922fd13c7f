using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

internal abstract class BoundExpression(FieldType type)
{
    public FieldType Type => type;
}
