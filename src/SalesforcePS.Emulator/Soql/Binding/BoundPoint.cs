namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>A place on the globe, in degrees.</summary>
internal sealed record BoundPoint(BoundExpression Latitude, BoundExpression Longitude);
