using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class OAuthTests
{
    [Theory]
    [Recorded(Restforce + "auth_success_response.json")]
    [Recorded(Restforce + "reauth_success_response.json")]
    [InlineData("auth_success_response.json")]
    [InlineData("reauth_success_response.json")]
    public async Task SignIn_AnswersAsRecorded(string file)
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        var answer = await TokenAsync(server, credentials.Password + credentials.SecurityToken);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonShape.AssertContains(Json(Restforce + file), answer.Json);
    }

    [Fact]
    [Recorded(Restforce + "auth_error_response.json")]
    public async Task WrongPassword_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await TokenAsync(server, "wrong");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        JsonShape.AssertSame(Json(Restforce + "auth_error_response.json"), answer.Json, isOrdered: true);
        Assert.Equal("invalid_grant", answer.Json.GetProperty("error").GetString());
    }

    [Fact]
    [Recorded(Restforce + "refresh_success_response.json")]
    [Recorded(Restforce + "refresh_error_response.json")]
    public async Task Refresh_AnswersAsRecorded()
    {
        await using var client = await OAuthClient.StartAsync();
        var (_, refresh) = await client.SignInAsync();

        var refreshed = await client.RefreshAsync(refresh);
        var refused = await client.RefreshAsync("expired");

        JsonShape.AssertContains(Json(Restforce + "refresh_success_response.json"), refreshed.Json);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(JsonSerializer.Serialize(Json(Restforce + "refresh_error_response.json")), refused.Text);
    }

    private static Task<RestAnswer> TokenAsync(EmulatorServer server, string password)
    {
        var credentials = server.Org.Credentials;
        var request = new HttpRequestMessage(HttpMethod.Post, "/services/oauth2/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["client_id"] = credentials.ClientId,
                ["client_secret"] = credentials.ClientSecret,
                ["username"] = credentials.UserName,
                ["password"] = password,
            }),
        };
        return server.SendAsync(request);
    }
}
