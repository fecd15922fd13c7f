using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Tests.Soap;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Sessions;

public sealed class ClientNameTests
{
    [Fact]
    public async Task ClientName_IsSaidByRestAndSoapAndNotWhenSigningIn()
    {
        var org = new FakeOrg();
        using var connection = await OpenAsync(org, "Partner/1.0");
        await connection.Schema.GetAsync("Account", CancellationToken.None);
        await connection.Reserving(ApiReserve.Parse("1")).Schema.RefreshAsync("Contact", CancellationToken.None);

        var soap = org.Requests.Single(request => request.IsSoap);
        Assert.Contains("<client>Partner/1.0</client>", soap.Body, StringComparison.Ordinal);
        Assert.Empty(PartnerSchema.Check(soap.Body));
        Assert.False(soap.Headers.ContainsKey("Sforce-Call-Options"));
        var describes = org.Requests.Where(request => request.Path.EndsWith("/describe", StringComparison.Ordinal)).ToList();
        Assert.Equal(["client=Partner/1.0", "client=Partner/1.0"], describes.Select(request => request.Headers["Sforce-Call-Options"]));
        Assert.DoesNotContain(org.Requests, request => !request.IsSoap && request.Authorization is null && request.Headers.ContainsKey("Sforce-Call-Options"));
    }

    [Fact]
    public async Task NoClientName_SaysNothing()
    {
        var org = new FakeOrg();
        using var connection = await OpenAsync(org, null);
        await connection.Schema.GetAsync("Account", CancellationToken.None);

        Assert.DoesNotContain(org.Requests, request => request.Headers.ContainsKey("Sforce-Call-Options") || request.Body.Contains("CallOptions", StringComparison.Ordinal));
    }

    private static Task<SalesforceConnection> OpenAsync(FakeOrg org, string? clientName) => SalesforceConnection.OpenAsync(
        new ClientCredentialsSignIn(new Uri(FakeOrg.Instance), "client", Secret.Of("secret")),
        new ConnectionOptions { Handler = org.Handler, Time = org.Time, ClientName = clientName });
}
