using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>FORMAT(): the value as text, as the user's locale writes it.</summary>
internal sealed class BoundFormat(BoundExpression value, QuerySettings settings) : BoundExpression(FieldType.String)
{
    public BoundExpression Value => value;

    public QuerySettings Settings => settings;

    /// <summary>Digits behind the point of a number.</summary>
    public int Scale => value switch
    {
        BoundField number => number.Definition.Scale,
        BoundAggregate { Argument: BoundField number } => number.Definition.Scale,
        _ => 0,
    };
}
