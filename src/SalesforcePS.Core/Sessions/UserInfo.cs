namespace SalesforcePS.Core.Sessions;

/// <summary>The user and the org of a session, from <c>getUserInfo()</c>.</summary>
public sealed record UserInfo(string UserId, string UserName, string FullName, string OrganizationId, string OrganizationName);
