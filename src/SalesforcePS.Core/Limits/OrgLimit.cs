namespace SalesforcePS.Core.Limits;

/// <summary>A limit of the org and what is left of it, in the unit of its name: calls, megabytes, jobs.</summary>
public sealed record OrgLimit(string Name, long Maximum, long Remaining);
