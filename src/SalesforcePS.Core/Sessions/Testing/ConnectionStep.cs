using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Sessions.Testing;

/// <summary>What one step of a connection's test came to.</summary>
/// <param name="Name">Address, SignIn, ApiVersion, SoapApi, RestApi or ApiCalls.</param>
/// <param name="Refusal">Why it failed; null where it did not.</param>
public sealed record ConnectionStep(string Name, ConnectionStepResult Result, string Detail, SalesforceException? Refusal = null);
