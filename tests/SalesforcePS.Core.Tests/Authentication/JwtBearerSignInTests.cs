using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Authentication;

public sealed class JwtBearerSignInTests
{
    [Theory]
    [InlineData("https://login.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://acme.my.salesforce.com", "https://login.salesforce.com")]
    [InlineData("https://test.salesforce.com", "https://test.salesforce.com")]
    [InlineData("https://acme--dev.sandbox.my.salesforce.com", "https://test.salesforce.com")]
    [InlineData("https://acme.my.site.com/portal", "https://acme.my.site.com")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    public async Task Assertion_IsSignedForTheRightAudience(string loginUrl, string audience)
    {
        using var keys = new KeyFiles();
        var time = new FakeTime();
        var handler = new ScriptedHandler(() => Answers.Json(OAuthSignInTests.Token()));

        await OAuthSignInTests.SignInAsync(handler, new JwtBearerSignIn(new Uri(loginUrl), "client", "ada@example.com", keys.Key, time));

        var form = Assert.Single(handler.Requests).Form;
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", form["grant_type"]);
        var parts = form["assertion"].Split('.');
        Assert.Equal("""{"alg":"RS256","typ":"JWT"}""", Encoding.UTF8.GetString(Decode(parts[0])));
        using var claims = JsonDocument.Parse(Decode(parts[1]));
        Assert.Equal("client", claims.RootElement.GetProperty("iss").GetString());
        Assert.Equal("ada@example.com", claims.RootElement.GetProperty("sub").GetString());
        Assert.Equal(audience, claims.RootElement.GetProperty("aud").GetString());
        Assert.Equal(time.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds(), claims.RootElement.GetProperty("exp").GetInt64());
        Assert.True(keys.PublicKey.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task Renewal_SignsANewAssertion()
    {
        using var keys = new KeyFiles();
        var time = new FakeTime();
        var org = new FakeOrg { Time = time };
        using var connection = await org.ConnectAsync(new JwtBearerSignIn(new Uri(FakeOrg.Instance), "client", "ada@example.com", keys.Key, time));
        var busy = true;
        org.On = request => request switch
        {
            { Path: $"{FakeOrg.Rest}/sobjects/Account/describe" } when busy && !(busy = false) => Answers.Unavailable(new RetryConditionHeaderValue(TimeSpan.FromSeconds(60))),
            { Path: $"{FakeOrg.Rest}/sobjects/Account/describe", Authorization: "Bearer 00D!token1" } => Answers.SessionExpired(),
            _ => null,
        };

        await connection.Schema.GetAsync("Account", CancellationToken.None);

        var assertions = org.Requests.Where(request => request.Path == "/services/oauth2/token").Select(request => request.Form["assertion"]).ToList();
        Assert.Equal(2, assertions.Distinct().Count());
    }

    private static byte[] Decode(string base64Url) =>
        Convert.FromBase64String(base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '='));
}
