namespace SalesforcePS.Emulator.Rest;

/// <summary>The first API version that has a resource; older ones answer as if it did not exist.</summary>
internal sealed record SinceVersion(int Version);
