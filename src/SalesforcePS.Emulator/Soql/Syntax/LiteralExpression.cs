namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>A number of GEOLOCATION or the unit of DISTANCE.</summary>
internal sealed record LiteralExpression(Literal Literal) : Expression(Literal.Position);
