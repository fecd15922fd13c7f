using SalesforcePS.Emulator.Tests.Approvals;
using SalesforcePS.Emulator.Tests.Soap;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;
using static SalesforcePS.Emulator.Tests.Recorded.SoapShape;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class SoapforceTests
{
    private const string NilId = """<sf:Id xsi:nil="true"/>""";
    private const string Opportunity = $"<sObjects><sf:type>Opportunity</sf:type>{NilId}<sf:Name>O</sf:Name><sf:StageName>Prospecting</sf:StageName><sf:CloseDate>2026-01-01</sf:CloseDate></sObjects>";

    [Fact]
    [Recorded(Soapforce + "login_response.xml")]
    public async Task Login_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var credentials = server.Org.Credentials;

        AssertShape("login_response.xml", await server.SoapAsync($"<login><username>{credentials.UserName}</username><password>{credentials.Password}{credentials.SecurityToken}</password></login>", version: "31.0"));
    }

    [Fact]
    [Recorded(Soapforce + "get_user_info_response.xml")]
    public async Task GetUserInfo_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertShape("get_user_info_response.xml", await server.SoapAsync("<getUserInfo/>"));
    }

    [Fact]
    [Recorded(Soapforce + "create_response.xml")]
    [Recorded(Soapforce + "update_response.xml")]
    [Recorded(Soapforce + "delete_response.xml")]
    public async Task CreateUpdateDelete_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        var created = await server.SoapAsync($"<create>{Opportunity}</create>");
        var id = created.Result.Element(SoapAnswer.Partner + "id")!.Value;
        AssertShape("create_response.xml", created);
        AssertShape("update_response.xml", await server.SoapAsync($"<update><sObjects><sf:type>Opportunity</sf:type><sf:Id>{id}</sf:Id><sf:Name>N</sf:Name></sObjects></update>"));
        AssertShape("delete_response.xml", await server.SoapAsync($"<delete><ids>{id}</ids></delete>"));
    }

    [Fact]
    [Recorded(Soapforce + "create_response_failure.xml")]
    [Recorded(Soapforce + "update_response_failure.xml")]
    public async Task ReferenceOutOfReach_AnswersAsRecorded()
    {
        using var users = new UsersFixture("\"objectPermissions\":[{\"object\":\"Account\",\"allowRead\":false}]");
        await using var server = await users.StartAsync();
        var account = await UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });
        var id = await UsersFixture.CreateAsAdministratorAsync(server, "Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-01-01" });

        var created = await server.SoapAsync($"<create>{Opportunity.Replace("<sf:Name>", $"<sf:AccountId>{account}</sf:AccountId><sf:Name>", StringComparison.Ordinal)}</create>");
        var updated = await server.SoapAsync($"<update><sObjects><sf:type>Opportunity</sf:type><sf:Id>{id}</sf:Id><sf:AccountId>{account}</sf:AccountId></sObjects></update>");

        AssertError("create_response_failure.xml", created);
        AssertError("update_response_failure.xml", updated);
    }

    [Fact]
    [Recorded(Soapforce + "delete_response_failure.xml")]
    public async Task DeleteOfABadId_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertError("delete_response_failure.xml", await server.SoapAsync("<delete><ids>006i000004DAKd</ids></delete>", isValid: false));
    }

    [Fact]
    [Recorded(Soapforce + "upsert_response.xml")]
    public async Task Upsert_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = (await server.SoapAsync($"<create>{Opportunity}</create>")).Result.Element(SoapAnswer.Partner + "id")!.Value;

        var answer = await server.SoapAsync($"<upsert><externalIDFieldName>Id</externalIDFieldName>{Opportunity}<sObjects><sf:type>Opportunity</sf:type><sf:Id>{id}</sf:Id></sObjects></upsert>");

        AssertShape("upsert_response.xml", answer);
        Assert.Equal(["true", "false"], answer.Results.Select(result => result.Element(SoapAnswer.Partner + "created")!.Value));
    }

    [Theory]
    [Recorded(Soapforce + "query_response.xml")]
    [Recorded(Soapforce + "query_all_response.xml")]
    [InlineData("query", "query_response.xml")]
    [InlineData("queryAll", "query_all_response.xml")]
    public async Task Query_AnswersAsRecorded(string operation, string file)
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.SoapAsync($"<create>{Opportunity}{Opportunity}</create>");

        AssertShape(file, await server.SoapAsync($"<{operation}><queryString>SELECT Id, Name, StageName FROM Opportunity</queryString></{operation}>"), isExact: true);
    }

    [Fact]
    [Recorded(Soapforce + "query_more_response.xml")]
    public async Task QueryMore_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.SoapAsync($"<create>{string.Concat(Enumerable.Repeat(Opportunity, 200))}</create>");
        await server.SoapAsync($"<create>{Opportunity}{Opportunity}</create>");
        var first = await server.SoapAsync("<query><queryString>SELECT Id, Name, StageName FROM Opportunity</queryString></query>", "<QueryOptions><batchSize>200</batchSize></QueryOptions>");
        var locator = first.Result.Element(SoapAnswer.Partner + "queryLocator")!.Value;

        AssertShape("query_more_response.xml", await server.SoapAsync($"<queryMore><queryLocator>{locator}</queryLocator></queryMore>"), isExact: true);
    }

    [Fact]
    [Recorded(Soapforce + "org_id_response.xml")]
    public async Task OrganizationId_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertShape("org_id_response.xml", await server.SoapAsync("<query><queryString>select id from Organization</queryString></query>"), isExact: true);
    }

    [Fact]
    [Recorded(Soapforce + "retrieve_response.xml")]
    public async Task Retrieve_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = (await server.SoapAsync($"<create>{Opportunity}</create>")).Result.Element(SoapAnswer.Partner + "id")!.Value;

        var answer = await server.SoapAsync($"<retrieve><fieldList>Id,Name,Description,StageName</fieldList><sObjectType>Opportunity</sObjectType><ids>{id}</ids></retrieve>");

        // Recorded with one Id, where the guide and every recorded query have two.
        Assert.Equal(Names(BodyOf("retrieve_response.xml")), Names(answer.Body).Where((name, index) => name != "Id" || Names(answer.Body).ElementAt(index - 1) != "Id"));
    }

    [Fact]
    [Recorded(Soapforce + "search_response.xml")]
    public async Task Search_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertShape("search_response.xml", await server.SoapAsync("<search><searchString>FIND {nothing} RETURNING Account</searchString></search>"));
    }

    [Fact]
    [Recorded(Soapforce + "merge_response.xml")]
    [Recorded(Soapforce + "merge_response_failure.xml")]
    public async Task Merge_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var ids = new List<string>();
        for (var count = 0; count < 3; count++)
            ids.Add(await server.CreateAsync("Account", new { Name = "A" }));

        var failed = await server.SoapAsync(Request("0011500000000"), isValid: false);
        var merged = await server.SoapAsync(Request(ids[1], ids[2]));

        AssertShape("merge_response.xml", merged, isExact: true);
        AssertError("merge_response_failure.xml", failed);

        string Request(params string[] others) =>
            $"<merge><request><masterRecord><sf:type>Account</sf:type><sf:Id>{ids[0]}</sf:Id></masterRecord>{string.Concat(others.Select(id => $"<recordToMergeIds>{id}</recordToMergeIds>"))}</request></merge>";
    }

    [Fact]
    [Recorded(Soapforce + "process_submit_request_response.xml")]
    [Recorded(Soapforce + "process_workitem_request_response.xml")]
    public async Task SubmitAndRecall_AnswerAsRecorded()
    {
        await using var org = await ApprovalOrg.StartAsync($"<allowRecall>true</allowRecall>{ApprovalOrg.Everyone}{ApprovalOrg.Step("First", ApprovalOrg.User("manager"))}");
        var id = await org.CreateAsync(new { Name = "A" });

        var submitted = await org.Server.SoapAsync(ProcessTests.Submit(id));
        var workitem = submitted.Result.Element(SoapAnswer.Partner + "newWorkitemIds")!.Value;
        var removed = await org.Server.SoapAsync(ProcessTests.Answer("Removed", workitem));

        AssertShape("process_submit_request_response.xml", submitted, isExact: true);
        AssertShape("process_workitem_request_response.xml", removed, isExact: true);
        foreach (var (file, answer) in new[] { ("process_submit_request_response.xml", submitted), ("process_workitem_request_response.xml", removed) })
        {
            var recorded = BodyOf(file).Descendants(SoapAnswer.Partner + "result").Single();
            foreach (var member in new[] { "instanceStatus", "success" })
                Assert.Equal(recorded.Element(SoapAnswer.Partner + member)!.Value, answer.Result.Element(SoapAnswer.Partner + member)!.Value);
            foreach (var member in recorded.Elements().Where(member => member.Name.LocalName is "instanceId" or "newWorkitemIds" or "actorIds"))
                Assert.Equal(member.Value[..3], answer.Result.Element(member.Name)!.Value[..3]);
        }
    }

    private static void AssertError(string file, SoapAnswer answer)
    {
        AssertShape(file, answer);
        var (recorded, actual) = (BodyOf(file).Descendants(SoapAnswer.Partner + "errors").Single(), answer.Body.Descendants(SoapAnswer.Partner + "errors").Single());
        foreach (var member in new[] { "message", "statusCode" })
            Assert.Equal(recorded.Element(SoapAnswer.Partner + member)!.Value, actual.Element(SoapAnswer.Partner + member)!.Value);
    }
}
