using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rights;

public sealed class ObjectRightTests
{
    private const string NoCreate = "\"objectPermissions\":[{\"object\":\"Account\",\"allowCreate\":false}]";
    private const string ReadOnly = "\"objectPermissions\":[{\"object\":\"*\",\"allowCreate\":false,\"allowEdit\":false}]";
    private const string NoDelete = "\"objectPermissions\":[{\"object\":\"Account\",\"allowDelete\":false}]";
    private const string Hidden = "\"objectPermissions\":[{\"object\":\"Account\",\"allowRead\":false}]";

    [Fact]
    public async Task Create_IsRefused()
    {
        using var users = new UsersFixture(NoCreate);
        await using var server = await users.StartAsync();

        var answer = await server.PostAsync("sobjects/Account", new { Name = "A" });
        var soap = await server.SoapAsync("<create><sObjects><sf:type>Account</sf:type><sf:Id xsi:nil=\"true\"/><sf:Name>A</sf:Name></sObjects></create>");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: Account"), (answer.ErrorCode, answer.ErrorMessage));
        Assert.Equal("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", soap.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
    }

    [Fact]
    public async Task EditAndDelete_AreRefusedRecordByRecord()
    {
        using var users = new UsersFixture(ReadOnly);
        await using var server = await users.StartAsync();
        var id = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });

        var update = await server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });
        var delete = await server.DeleteAsync($"composite/sobjects?ids={id}");

        Assert.Equal(("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"), (update.ErrorCode, update.ErrorMessage));
        Assert.Equal("INSUFFICIENT_ACCESS_OR_READONLY", delete.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.Equal("A", (await server.GetAsync($"sobjects/Account/{id}")).Json.GetProperty("Name").GetString());
    }

    [Fact]
    public async Task DeleteAndUndelete_AreRefusedOverSoap()
    {
        using var users = new UsersFixture(NoDelete);
        await using var server = await users.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var delete = await server.SoapAsync($"<delete><ids>{id}</ids></delete>");
        var undelete = await server.SoapAsync($"<undelete><ids>{id}</ids></undelete>");

        Assert.All(
            [delete, undelete],
            answer => Assert.Equal("INSUFFICIENT_ACCESS_OR_READONLY", answer.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value));
    }

    [Fact]
    public async Task HiddenObject_IsNowhere()
    {
        using var users = new UsersFixture(Hidden);
        await using var server = await users.StartAsync();
        var id = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });

        var query = await server.GetAsync("query?q=SELECT+Id+FROM+Account");
        var parent = await server.GetAsync("query?q=SELECT+Account.Name+FROM+Contact");
        var children = await server.GetAsync("query?q=SELECT+Id,(SELECT+Id+FROM+ChildAccounts)+FROM+User");
        var global = UsersFixture.Names((await server.GetAsync("sobjects")).Json.GetProperty("sobjects"));
        var soap = await server.SoapAsync("<describeSObject><sObjectType>Account</sObjectType></describeSObject>");
        var created = await server.PostAsync("composite/sobjects", new { records = new[] { new { attributes = new { type = "Account" }, Name = "B" } } });

        Assert.Equal("INVALID_TYPE", query.ErrorCode);
        Assert.Contains("sObject type 'Account' is not supported", query.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("INVALID_FIELD", parent.ErrorCode);
        Assert.Contains("Didn't understand relationship 'Account'", parent.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("INVALID_TYPE", children.ErrorCode);
        Assert.DoesNotContain("Account", global);
        Assert.Contains("Contact", global);
        Assert.Equal("sf:INVALID_TYPE", soap.FaultCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Account/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("sobjects/Account/describe")).Status);
        Assert.Equal("INVALID_TYPE", created.ErrorCode);
    }

    [Fact]
    public async Task LookupToAHiddenObject_IsRefused()
    {
        using var users = new UsersFixture(Hidden);
        await using var server = await users.StartAsync();
        var id = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });

        var answer = await server.PostAsync("sobjects/Contact", new { LastName = "L", AccountId = id });

        Assert.Equal(
            ("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id"), (answer.ErrorCode, answer.ErrorMessage));
    }

    [Fact]
    public async Task Describe_SaysWhatTheUserMayDo()
    {
        using var users = new UsersFixture(ReadOnly);
        await using var server = await users.StartAsync();

        var describe = (await server.GetAsync("sobjects/Account/describe")).Json;

        Assert.All(["createable", "updateable", "deletable", "undeletable"], flag => Assert.False(describe.GetProperty(flag).GetBoolean()));
        Assert.True(describe.GetProperty("queryable").GetBoolean());
        Assert.All(describe.GetProperty("fields").EnumerateArray(), field => Assert.False(field.GetProperty("updateable").GetBoolean()));
        Assert.Contains(describe.GetProperty("fields").EnumerateArray(), field => field.GetProperty("permissionable").GetBoolean());
    }

    [Fact]
    public async Task ViewAllDataAndModifyAllData_OverrideTheProfile()
    {
        using var viewers = new UsersFixture(Hidden + ",\"userPermissions\":[\"ApiEnabled\",\"ViewAllData\"]");
        await using var viewer = await viewers.StartAsync();
        using var modifiers = new UsersFixture(Hidden + ",\"userPermissions\":[\"ApiEnabled\",\"ModifyAllData\"]");
        await using var modifier = await modifiers.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync("query?q=SELECT+Id+FROM+Account")).Status);
        Assert.Equal("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", (await viewer.PostAsync("sobjects/Account", new { Name = "A" })).ErrorCode);
        Assert.Equal(HttpStatusCode.Created, (await modifier.PostAsync("sobjects/Account", new { Name = "A" })).Status);
    }

    [Fact]
    public async Task UserWithoutApi_IsRefusedEverywhere()
    {
        using var users = new UsersFixture("\"userPermissions\":[]");
        await using var server = await users.StartAsync();

        var rest = await server.GetAsync("limits");
        var soap = await server.SoapAsync("<getUserInfo/>");
        var login = await server.SoapMessageAsync($"""
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
            <login xmlns="urn:partner.soap.sforce.com"><username>{UsersFixture.UserName}</username><password>{UsersFixture.Password}{UsersFixture.SecurityToken}</password></login>
            </soapenv:Body></soapenv:Envelope>
            """);

        Assert.Equal((HttpStatusCode.Forbidden, "API_DISABLED_FOR_ORG"), (rest.Status, rest.ErrorCode));
        Assert.Equal("API_CURRENTLY_DISABLED: API is disabled for this user", soap.FaultText);
        Assert.Equal("sf:API_CURRENTLY_DISABLED", login.FaultCode);
    }
}
