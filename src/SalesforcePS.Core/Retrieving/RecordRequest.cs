namespace SalesforcePS.Core.Retrieving;

/// <summary>A record that is asked for by its Id.</summary>
/// <param name="ObjectType">The API name of its object; null where the Id's key prefix is to tell it.</param>
public sealed record RecordRequest(string Id, string? ObjectType);
