using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class RefusalCauseTests
{
    [Theory]
    [InlineData("invalid_grant", "login.salesforce.com refused the sign-in: request not supported on this domain (invalid_grant).", RefusalCause.DomainWrong)]
    [InlineData("invalid_grant", "user hasn't approved this consumer", RefusalCause.AppNotApproved)]
    [InlineData("invalid_grant", "no client credentials user enabled", RefusalCause.AppHasNoRunAsUser)]
    [InlineData("invalid_grant", "Audience validation failed", RefusalCause.AudienceWrong)]
    [InlineData("invalid_grant", "expired access/refresh token", RefusalCause.RefreshTokenEnded)]
    [InlineData("invalid_grant", "invalid authorization code", RefusalCause.CodeUnusable)]
    [InlineData("invalid_grant", "expired authorization code", RefusalCause.ClockWrong)]
    [InlineData("invalid_grant", "ip restricted", RefusalCause.NetworkNotTrusted)]
    [InlineData("invalid_grant", "authentication failure - Invalid Password", RefusalCause.PasswordFlowWrongOrOff)]
    [InlineData("invalid_grant", "something new", RefusalCause.Unknown)]
    [InlineData("invalid_client", "app must be installed into org", RefusalCause.AppNotInstalled)]
    [InlineData("invalid_client", "invalid client credentials", RefusalCause.AppSecretWrong)]
    [InlineData("INVALID_OPERATION", "SOAP API login() is disabled by default in this org", RefusalCause.SoapLoginOff)]
    [InlineData("INVALID_OPERATION", "another one", RefusalCause.Unknown)]
    [InlineData("INVALID_SESSION_ID", "This session is not valid for use with the REST API", RefusalCause.ApiScopeMissing)]
    [InlineData("INVALID_SESSION_ID", "Session expired or invalid", RefusalCause.SessionEnded)]
    [InlineData("API_CURRENTLY_DISABLED", "API is disabled for this User", RefusalCause.ApiOffForUser)]
    [InlineData("MALFORMED_QUERY", "unexpected token", RefusalCause.Unknown)]
    public void Refusal_TellsItsCause(string code, string message, RefusalCause cause) =>
        Assert.Equal(cause, RefusalCauses.Of(new SalesforceException(message) { ErrorCode = code }));
}
