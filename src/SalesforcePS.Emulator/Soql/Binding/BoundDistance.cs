using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="from">The field's point.</param>
/// <param name="to">The other point.</param>
/// <param name="radius">Of the earth, in the unit of the result.</param>
internal sealed class BoundDistance(BoundPoint from, BoundPoint to, double radius) : BoundExpression(FieldType.Double)
{
    public BoundPoint From => from;

    public BoundPoint To => to;

    public double Radius => radius;
}
