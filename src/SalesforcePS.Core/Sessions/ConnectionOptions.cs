using System.Net;

namespace SalesforcePS.Core.Sessions;

/// <summary>How a session talks to Salesforce, whatever the sign-in.</summary>
public sealed record ConnectionOptions
{
    /// <summary>The API version to pin, such as <c>68.0</c>; null for the newest that the org offers.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The client's name in the call options header, as a partner has it from Salesforce; null for none.</summary>
    public string? ClientName { get; init; }

    /// <summary>The proxy to use; null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>What carries the requests; null for the network. Tests put their own here.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
