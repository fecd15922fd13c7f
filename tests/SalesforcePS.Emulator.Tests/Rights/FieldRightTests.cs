using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rights;

public sealed class FieldRightTests : IDisposable
{
    private readonly UsersFixture users = new("""
        "fieldPermissions": [
          { "field": "Account.Rating", "readable": false },
          { "field": "Account.Industry", "editable": false },
          { "field": "Contact.AccountId", "readable": false },
          { "field": "Contact.MailingAddress", "readable": false }
        ]
        """);

    public void Dispose() => users.Dispose();

    [Theory]
    [InlineData("SELECT Rating FROM Account", 8)]
    [InlineData("SELECT Id FROM Account WHERE Rating = 'Hot'", 30)]
    [InlineData("SELECT Id FROM Account ORDER BY Rating", 33)]
    [InlineData("SELECT COUNT(Id) FROM Account GROUP BY Rating", 40)]
    public async Task HiddenField_IsNoColumn(string soql, int column)
    {
        await using var server = await users.StartAsync();

        var answer = await server.GetAsync($"query?q={Uri.EscapeDataString(soql)}");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD"), (answer.Status, answer.ErrorCode));
        Assert.Contains($"ERROR at Row:1:Column:{column}\nNo such column 'Rating' on entity 'Account'", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenReference_LeadsNowhere()
    {
        await using var server = await users.StartAsync();

        var parent = await server.GetAsync("query?q=SELECT+Account.Name+FROM+Contact");
        var children = await server.GetAsync("query?q=SELECT+Id,(SELECT+Id+FROM+Contacts)+FROM+Account");

        Assert.Contains("Didn't understand relationship 'Account' in field path", parent.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Didn't understand relationship 'Contacts' in FROM part", children.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenField_IsInNoRecordAndNoDescription()
    {
        await using var server = await users.StartAsync();
        var id = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A", Rating = "Hot", Industry = "Energy" });
        var contact = await UsersFixture.CreateAsAdministratorAsync(server, "Contact", new { LastName = "L", MailingCity = "Bonn" });

        var record = (await server.GetAsync($"sobjects/Account/{id}")).Json;
        var all = (await server.GetAsync("query?q=SELECT+FIELDS(ALL)+FROM+Account+LIMIT+1")).Json.GetProperty("records")[0];
        var describe = UsersFixture.Names((await server.GetAsync("sobjects/Account/describe")).Json.GetProperty("fields"));
        var named = await server.GetAsync($"sobjects/Account/{id}?fields=Rating");
        var soap = await server.SoapAsync($"<retrieve><fieldList>Rating</fieldList><sObjectType>Account</sObjectType><ids>{id}</ids></retrieve>");

        Assert.All([record, all], seen => Assert.False(seen.TryGetProperty("Rating", out _)));
        Assert.Equal("Energy", record.GetProperty("Industry").GetString());
        Assert.DoesNotContain("Rating", describe);
        Assert.Equal("INVALID_FIELD", named.ErrorCode);
        Assert.Equal("sf:INVALID_FIELD", soap.FaultCode);
        Assert.All(
            ["MailingAddress", "MailingCity", "AccountId"],
            name => Assert.False((server.GetAsync($"sobjects/Contact/{contact}").GetAwaiter().GetResult()).Json.TryGetProperty(name, out _)));
    }

    [Fact]
    public async Task HiddenField_CannotBeWritten()
    {
        await using var server = await users.StartAsync();

        var rest = await server.PostAsync("sobjects/Account", new { Name = "A", Rating = "Hot" });
        var byKey = await server.PostAsync("sobjects/Contact", new { LastName = "L", Account = new { Id = "001000000000001AAA" } });

        Assert.Equal(("INVALID_FIELD", "No such column 'Rating' on sobject of type Account"), (rest.ErrorCode, rest.ErrorMessage));
        Assert.Equal("INVALID_FIELD", byKey.ErrorCode);
    }

    [Fact]
    public async Task ReadOnlyField_IsDescribedSoAndCannotBeWritten()
    {
        await using var server = await users.StartAsync();

        var describe = (await server.GetAsync("sobjects/Account/describe")).Json.GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "Industry");
        var rest = await server.PostAsync("sobjects/Account", new { Name = "A", Industry = "Energy" });

        Assert.Equal((false, false, true), (describe.GetProperty("createable").GetBoolean(), describe.GetProperty("updateable").GetBoolean(), describe.GetProperty("permissionable").GetBoolean()));
        Assert.Equal(HttpStatusCode.BadRequest, rest.Status);
        Assert.Equal("INVALID_FIELD_FOR_INSERT_UPDATE", rest.ErrorCode);
        Assert.StartsWith("Unable to create/update fields: Industry. Please check the security settings", rest.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldsThatTheOrgWrites_AreWrittenAllTheSame()
    {
        await using var server = await users.StartAsync();

        var id = await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-11-30" });

        Assert.Equal(10, (await server.GetAsync($"sobjects/Opportunity/{id}")).Json.GetProperty("Probability").GetDouble());
    }
}
