using System.Text.Json;
using SalesforcePS.Emulator.Hosting;

namespace SalesforcePS.Emulator.Tests.Support;

/// <summary>A users file with one profile, which the test writes, and one user who has it.</summary>
internal sealed class UsersFixture : IDisposable
{
    public const string UserName = "clerk@emulator.example";
    public const string Password = "clerk-password";
    public const string SecurityToken = "clerk-token";

    private readonly string file = Path.GetTempFileName();

    /// <param name="profile">The members of the profile but its name, in JSON without the braces.</param>
    public UsersFixture(string profile = "") => File.WriteAllText(file, $$"""
        {
          "profiles": [ { "name": "Clerk"{{(profile.Length == 0 ? "" : ", " + profile)}} } ],
          "users": [
            { "username": "{{UserName}}", "password": "{{Password}}", "securityToken": "{{SecurityToken}}", "firstName": "Clara", "lastName": "Clerk", "profile": "Clerk" },
            { "username": "second@emulator.example", "password": "p", "profile": "System Administrator" }
          ]
        }
        """);

    public EmulatorOptions Options => new() { UsersFile = file, BulkDelay = 0 };

    /// <summary>An emulator on which the clerk has signed in.</summary>
    public async Task<EmulatorServer> StartAsync()
    {
        var server = await EmulatorServer.StartAsync(Options);
        SignIn(server, UserName);
        return server;
    }

    public static void SignIn(EmulatorServer server, string userName) =>
        server.SessionId = server.Org.Sessions.Create(server.Org.Users.FindByName(userName)!.Caller).Id;

    /// <summary>A record that the administrator makes.</summary>
    public static async Task<string> CreateAsAdministratorAsync(EmulatorServer server, string type, object record)
    {
        var session = server.SessionId;
        server.SessionId = server.Org.Sessions.Create(server.Org.User).Id;
        var answer = await server.PostAsync($"sobjects/{type}", record);
        server.SessionId = session;
        return answer.Id;
    }

    public static string[] Names(JsonElement items) => [.. items.EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    public void Dispose() => File.Delete(file);
}
