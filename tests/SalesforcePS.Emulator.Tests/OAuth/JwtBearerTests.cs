using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.OAuth;

public sealed class JwtBearerTests : IDisposable
{
    private const string Login = "https://login.salesforce.com";

    private readonly RSA key = RSA.Create(2048);
    private readonly string pemFile = Path.GetTempFileName();
    private readonly ManualTime clock = new();

    [Theory]
    [InlineData(Login)]
    [InlineData("https://test.salesforce.com")]
    [InlineData("login.salesforce.com")]
    [InlineData("test.salesforce.com")]
    [InlineData(null)]
    public async Task SignedAssertion_GivesAToken(string? audience)
    {
        await using var server = await StartAsync();

        var answer = await RequestAsync(server, Sign(server, key, audience ?? server.Url));

        Assert.Equal(["access_token", "scope", "instance_url", "id", "token_type"], answer.Json.EnumerateObject().Select(member => member.Name));
        server.SessionId = answer.Json.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("limits")).Status);
    }

    [Fact]
    public async Task OwnAddressWithoutScheme_IsAnAudience()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(server, Sign(server, key, new Uri(server.Url).Authority))).Status);
    }

    [Fact]
    public async Task ExpiryInQuotes_IsANumber()
    {
        await using var server = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await RequestAsync(server, Sign(server, key, Login, isExpiryText: true))).Status);
        AssertRefused(await RequestAsync(server, Sign(server, key, Login, lifeInSeconds: -10, isExpiryText: true)), "invalid_grant", "expired authorization code");
    }

    [Fact]
    public async Task AssertionOfAnotherKey_IsRefused()
    {
        await using var server = await StartAsync();
        using var other = RSA.Create(2048);

        AssertRefused(await RequestAsync(server, Sign(server, other, Login)), "invalid_grant", "invalid assertion");
    }

    [Fact]
    public async Task NoCertificate_RefusesEveryAssertion()
    {
        await using var server = await EmulatorServer.StartAsync(clock: clock);

        AssertRefused(await RequestAsync(server, Sign(server, key, Login)), "invalid_grant", "invalid assertion");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(301)]
    public async Task ExpiryInThePastOrFarAhead_IsRefused(int seconds)
    {
        await using var server = await StartAsync();

        AssertRefused(await RequestAsync(server, Sign(server, key, Login, lifeInSeconds: seconds)), "invalid_grant", "expired authorization code");
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("example.com")]
    [InlineData("http://login.salesforce.com")]
    public async Task OtherAudience_IsRefused(string audience)
    {
        await using var server = await StartAsync();

        AssertRefused(await RequestAsync(server, Sign(server, key, audience)), "invalid_grant", "Audience validation failed");
    }

    [Fact]
    public async Task OtherUser_IsRefused()
    {
        await using var server = await StartAsync();

        AssertRefused(await RequestAsync(server, Sign(server, key, Login, subject: "nobody@example.com")), "invalid_grant", "user hasn't approved this consumer");
    }

    [Fact]
    public async Task UnsignedAssertion_IsRefused()
    {
        await using var server = await StartAsync();
        var token = Sign(server, key, Login, algorithm: "none");

        AssertRefused(await RequestAsync(server, token), "invalid_grant", "invalid assertion");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    public async Task WhatIsNoToken_IsRefused(string assertion)
    {
        await using var server = await StartAsync();

        AssertRefused(await RequestAsync(server, assertion), "invalid_grant", "invalid assertion");
    }

    public void Dispose()
    {
        key.Dispose();
        File.Delete(pemFile);
    }

    private Task<EmulatorServer> StartAsync()
    {
        var request = new CertificateRequest("CN=tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(clock.Now.AddDays(-1), clock.Now.AddDays(1));
        File.WriteAllText(pemFile, certificate.ExportCertificatePem());
        return EmulatorServer.StartAsync(new EmulatorOptions { CertificateFile = pemFile }, clock);
    }

    private string Sign(EmulatorServer server, RSA signer, string audience, string? subject = null, int lifeInSeconds = 180, string algorithm = "RS256", bool isExpiryText = false)
    {
        var expiry = clock.Now.AddSeconds(lifeInSeconds).ToUnixTimeSeconds();
        var claims = new
        {
            iss = server.Org.Credentials.ClientId,
            sub = subject ?? server.Org.Credentials.UserName,
            aud = audience,
            exp = isExpiryText ? (object)expiry.ToString(CultureInfo.InvariantCulture) : expiry,
        };
        var signed = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm }))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Encode(signer.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task<RestAnswer> RequestAsync(EmulatorServer server, string assertion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/oauth2/token");
        request.Content = new FormUrlEncodedContent([new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), new("assertion", assertion)]);
        return await server.SendAsync(request);
    }

    private static void AssertRefused(RestAnswer answer, string error, string description)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal((error, description), (answer.Json.GetProperty("error").GetString(), answer.Json.GetProperty("error_description").GetString()));
    }
}
