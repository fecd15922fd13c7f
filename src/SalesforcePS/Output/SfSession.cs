using SalesforcePS.Core.Sessions;

namespace SalesforcePS;

/// <summary>A signed-in session: who, where, and the API calls so far. It shows no token.</summary>
public sealed class SfSession
{
    internal SfSession(SalesforceConnection connection, string? name) => (Connection, Name) = (connection, name);

    /// <summary>The name that Connect-Sf gave it; null where it gave none.</summary>
    public string? Name { get; internal set; }

    public string UserName => Connection.User.UserName;

    public string FullName => Connection.User.FullName;

    public string UserId => Connection.User.UserId;

    public string OrganizationName => Connection.User.OrganizationName;

    public string OrganizationId => Connection.User.OrganizationId;

    public Uri InstanceUrl => Connection.InstanceUri;

    public string ApiVersion => Connection.ApiVersion;

    /// <summary>How the session was got, such as <c>client credentials</c>.</summary>
    public string SignIn => Connection.Method;

    public DateTimeOffset ConnectedAt => Connection.ConnectedAt;

    /// <summary>API calls made through this session, each attempt counted.</summary>
    public int ApiCalls => Connection.Usage.TotalCalls;

    /// <summary>The same by kind: Rest, Soap, Bulk, and SignIn, which does not count against the org's limit.</summary>
    public SortedDictionary<string, int> ApiCallsByKind => new(Connection.Usage.Calls.ToDictionary(calls => calls.Key.ToString(), calls => calls.Value));

    /// <summary>API calls that the org has counted in the last 24 hours; null before it has said so.</summary>
    public int? ApiCallsOfOrg => Connection.Usage.OrgUsed;

    /// <summary>The org's daily allocation of API calls; null before it has said so.</summary>
    public int? ApiCallLimit => Connection.Usage.OrgLimit;

    internal SalesforceConnection Connection { get; }

    internal bool IsClosed { get; set; }

    public override string ToString() => $"{UserName} at {InstanceUrl.Host}";
}
