using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class TreeTests
{
    [Fact]
    public async Task Tree_IsCreatedLevelByLevel()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/tree/Account", """
            {"records":[
              {"attributes":{"type":"Account","referenceId":"ref1"},"name":"One","numberOfEmployees":"100",
               "Contacts":{"records":[
                 {"attributes":{"type":"Contact","referenceId":"ref2"},"lastname":"Smith"},
                 {"attributes":{"type":"Contact","referenceId":"ref3"},"lastname":"Evans",
                  "Cases":{"records":[{"attributes":{"type":"Case","referenceId":"ref5"},"Subject":"S"}]}}]}},
              {"attributes":{"type":"Account","referenceId":"ref4"},"name":"Two"}]}
            """);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.False(answer.Json.GetProperty("hasErrors").GetBoolean());
        Assert.Equal(["ref1", "ref4", "ref2", "ref3", "ref5"], References(answer.Json));
        Assert.Equal(["referenceId", "id"], answer.Json.GetProperty("results")[0].EnumerateObject().Select(member => member.Name));
        var found = await server.GetAsync("query?q=SELECT+Contact.LastName,Contact.Account.Name+FROM+Case");
        var contact = found.Json.GetProperty("records")[0].GetProperty("Contact");
        Assert.Equal(("Evans", "One"), (contact.GetProperty("LastName").GetString(), contact.GetProperty("Account").GetProperty("Name").GetString()));
    }

    [Fact]
    public async Task BadRecord_FailsTheWholeRequestAndIsToldAlone()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/tree/Account", """
            {"records":[{"attributes":{"type":"Account","referenceId":"ref1"},"Name":"One",
              "Contacts":{"records":[{"attributes":{"type":"Contact","referenceId":"ref2"},"LastName":"L","Email":"123"}]}}]}
            """);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            """{"hasErrors":true,"results":[{"referenceId":"ref2","errors":[{"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: 123","fields":["Email"]}]}]}""",
            answer.Text);
        Assert.Equal(0, await CompositeTests.CountAsync(server));
    }

    [Fact]
    public async Task RepeatedReferenceId_IsToldForEachOfThem()
    {
        await using var server = await EmulatorServer.StartAsync();
        var record = new { attributes = new { type = "Account", referenceId = "same" }, Name = "A" };

        var answer = await server.PostAsync("composite/tree/Account", new { records = new[] { record, record } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["same", "same"], References(answer.Json));
        Assert.Equal("INVALID_INPUT", answer.Json.GetProperty("results")[0].GetProperty("errors")[0].GetProperty("statusCode").GetString());
    }

    [Theory]
    [InlineData("""{"records":[{"Name":"A"}]}""", "JSON_PARSER_ERROR", "Each record of a tree must have attributes.")]
    [InlineData("""{"records":[{"attributes":{"type":"Contact","referenceId":"r"}}]}""", "INVALID_INPUT", "The record r is of type Contact, but Account is expected.")]
    [InlineData("""{"records":[{"attributes":{"type":"Account","referenceId":"r"},"Name":"A","Nothing":{"records":[]}}]}""", "INVALID_FIELD", "No such relationship 'Nothing' on sobject of type Account")]
    public async Task WrongForm_IsRefused(string body, string errorCode, string message)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/tree/Account", body);

        Assert.Equal((HttpStatusCode.BadRequest, errorCode, message), (answer.Status, answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task MoreThan200Records_AreRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var records = Enumerable.Range(0, 201).Select(index => new { attributes = new { type = "Account", referenceId = $"r{index}" }, Name = "A" });

        Assert.Equal("The trees of a request hold at most 200 records.", (await server.PostAsync("composite/tree/Account", new { records })).ErrorMessage);
    }

    private static string[] References(System.Text.Json.JsonElement body) =>
        [.. body.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("referenceId").GetString()!)];
}
