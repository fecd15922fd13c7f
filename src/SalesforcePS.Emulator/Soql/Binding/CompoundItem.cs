using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>An address or a location; its parts carry the names that they have inside it, such as postalCode.</summary>
internal sealed class CompoundItem(string name, FieldType type, IReadOnlyList<FieldItem> parts) : RowItem(name)
{
    public FieldType Type => type;

    public IReadOnlyList<FieldItem> Parts => parts;
}
