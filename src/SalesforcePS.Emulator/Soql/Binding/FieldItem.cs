using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class FieldItem(string name, FieldType type, int column) : RowItem(name)
{
    public FieldType Type => type;

    public int Column => column;
}
