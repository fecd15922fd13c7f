using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Sessions;

public sealed class ConnectionTests
{
    [Fact]
    public async Task Connection_HasTheNewestVersionTheUserAndTheCalls()
    {
        var org = new FakeOrg();

        using var connection = await org.ConnectAsync();

        Assert.Equal(("68.0", "ada@example.com", "00D000000000001EAA"), (connection.ApiVersion, connection.User.UserName, connection.User.OrganizationId));
        Assert.Equal(new Uri(FakeOrg.Instance), connection.InstanceUri);
        Assert.Equal((1, 1, 1), (connection.Usage.Calls[ApiCallKind.SignIn], connection.Usage.Calls[ApiCallKind.Rest], connection.Usage.Calls[ApiCallKind.Soap]));
        Assert.Equal($"{FakeOrg.Instance}/services/Soap/u/68.0", org.Requests[^1].Uri.AbsoluteUri);
    }

    [Fact]
    public async Task RecordedVersionList_GivesTheNewest()
    {
        var versions = ReferenceData.Read("recorded/netcoreforce-json/src__NetCoreForce.Client.Tests__responses__versions.json");
        var org = new FakeOrg { On = request => request.Path == "/services/data" ? Answers.Json(versions) : null };

        using var connection = await org.ConnectAsync();

        Assert.EndsWith(".0", connection.ApiVersion, StringComparison.Ordinal);
        Assert.Contains($"\"{connection.ApiVersion}\"", versions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31")]
    [InlineData("v31.0")]
    public async Task PinnedVersion_IsKept(string pinned)
    {
        using var connection = await OpenAsync(new FakeOrg(), pinned);

        Assert.Equal("31.0", connection.ApiVersion);
    }

    [Fact]
    public async Task PinnedVersionThatTheOrgHasNot_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<SalesforceException>(() => OpenAsync(new FakeOrg(), "99.0"));

        Assert.Equal(("UNSUPPORTED_API_VERSION", "API version '99.0' is not offered by org.my.salesforce.com: it has 31.0 to 68.0."), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task Revoke_SendsTheTokenAsAForm()
    {
        var org = new FakeOrg { On = request => request.Path == "/services/oauth2/revoke" ? Answers.Json("") : null };
        using var connection = await org.ConnectAsync();

        await connection.RevokeAsync();

        Assert.Equal("00D!token1", org.Requests[^1].Form["token"]);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task VersionListThatIsNone_IsAProtocolError(string body)
    {
        var org = new FakeOrg { On = request => request.Path == "/services/data" ? Answers.Json(body) : null };

        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => org.ConnectAsync());

        Assert.Equal("The list of API versions could not be read: is the instance URL that of a Salesforce org?", wrong.Message);
    }

    private static Task<SalesforceConnection> OpenAsync(FakeOrg org, string version) => SalesforceConnection.OpenAsync(
        new AccessTokenSignIn(Secret.Of("00D!mine"), new Uri(FakeOrg.Instance)),
        new ConnectionOptions { Handler = org.Handler, Time = org.Time, ApiVersion = version });
}
