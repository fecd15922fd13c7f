namespace SalesforcePS.Core.Replication;

/// <summary>A record that was deleted, and when.</summary>
public sealed record DeletedRecord(string Id, DateTimeOffset DeletedDate);
