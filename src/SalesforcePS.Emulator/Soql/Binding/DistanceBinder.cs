using System.Globalization;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>DISTANCE(field, field or GEOLOCATION(latitude, longitude), unit).</summary>
internal sealed class DistanceBinder(BindingContext context, FieldResolver fields)
{
    private const double RadiusInKilometers = 6_371.0088;
    private const double KilometersInAMile = 1.609344;

    public BoundDistance Bind(FunctionExpression distance)
    {
        var unit = (StringLiteral)((LiteralExpression)distance.Arguments[2]).Literal;
        var radius = unit.Value.Equals("mi", StringComparison.OrdinalIgnoreCase) ? RadiusInKilometers / KilometersInAMile : RadiusInKilometers;
        return new BoundDistance(Point(distance.Arguments[0]), Point(distance.Arguments[1]), radius);
    }

    private BoundPoint Point(Expression expression)
    {
        if (expression is FunctionExpression geolocation)
            return new BoundPoint(Coordinate(geolocation.Arguments[0], 90), Coordinate(geolocation.Arguments[1], 180));
        var field = fields.ResolveField(((FieldExpression)expression).Path);
        if (field.Type is not (FieldType.Address or FieldType.Location))
            throw context.Source.Malformed(expression.Position, $"{field.Name} is not a location field");
        return new BoundPoint(Part(field, "Latitude"), Part(field, "Longitude"));
    }

    private BoundConstant Coordinate(Expression expression, double greatest)
    {
        var number = (NumberLiteral)((LiteralExpression)expression).Literal;
        var degrees = double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(degrees) <= greatest
            ? new BoundConstant(degrees)
            : throw context.Source.Malformed(number.Position, string.Create(CultureInfo.InvariantCulture, $"{number.Text} is not between -{greatest} and {greatest} degrees"));
    }

    /// <summary>BillingLatitude of BillingAddress, Place__Latitude__s of Place__c.</summary>
    private static BoundField Part(BoundField compound, string name)
    {
        var part = compound.Table.Targets[0].PartsOf(compound.Definition)
            .First(field => field.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase) || field.Name.EndsWith($"__{name}__s", StringComparison.OrdinalIgnoreCase));
        return compound.Table.FindField(part.Name)!;
    }
}
