namespace SalesforcePS.Core.Http;

/// <summary>A session of Salesforce's: the bearer token (also the SOAP session id) and the instance it is good for.</summary>
internal sealed record AccessToken(string Value, Uri InstanceUri)
{
    /// <summary>A record prints its members; a token must never be printed.</summary>
    public override string ToString() => $"session at {InstanceUri.Host}";
}
