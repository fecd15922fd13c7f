using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Identity;
using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class SubmitTests
{
    private static readonly string OneStep = Everyone + Step("First", User("manager"));

    [Fact]
    public async Task Submit_AsksTheApproverAndAnswersAsTheGuideHasIt()
    {
        await using var org = await StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });

        var answer = await org.Server.PostAsync("process/approvals/", new { requests = new[] { new { actionType = "Submit", contextId = id[..15], comments = "please" } } });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var result = answer.Json[0];
        Assert.Equal(["actorIds", "entityId", "errors", "instanceId", "instanceStatus", "newWorkitemIds", "success"], result.EnumerateObject().Select(member => member.Name));
        Assert.Equal([org.Manager], Actors(result));
        Assert.Equal((id, "Pending", true), (result.GetProperty("entityId").GetString(), Status(result), result.GetProperty("success").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("errors").ValueKind);
        Assert.Equal(("04g", "04i"), (result.GetProperty("instanceId").GetString()![..3], WorkitemOf(result)[..3]));
        var workitem = Assert.Single((await org.QueryAsync("SELECT Actor.Name, OriginalActorId, ProcessInstance.TargetObject.Name, ProcessInstance.SubmittedById FROM ProcessInstanceWorkitem")).EnumerateArray());
        Assert.Equal("manager", workitem.GetProperty("Actor").GetProperty("Name").GetString());
        Assert.Equal("A", workitem.GetProperty("ProcessInstance").GetProperty("TargetObject").GetProperty("Name").GetString());
        var step = Assert.Single((await org.QueryAsync("SELECT StepStatus, ActorId, Comments FROM ProcessInstanceStep")).EnumerateArray());
        Assert.Equal(("Started", org.Representative, "please"), (step.GetProperty("StepStatus").GetString(), step.GetProperty("ActorId").GetString(), step.GetProperty("Comments").GetString()));
    }

    [Fact]
    public async Task SecondSubmission_IsRefusedUntilTheFirstIsOver()
    {
        await using var org = await StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });
        var workitem = WorkitemOf(await org.SubmitAsync(id));

        var second = await org.SubmitAsync(id);
        org.SignIn("manager");
        await org.AnswerAsync("Reject", workitem);
        org.SignIn("rep");
        var third = await org.SubmitAsync(id);

        Assert.Equal(("ALREADY_IN_PROCESS", "Cannot submit object already in process."), Error(second));
        Assert.Equal((JsonValueKind.Null, false), (second.GetProperty("instanceId").ValueKind, second.GetProperty("success").GetBoolean()));
        Assert.Equal("Pending", Status(third));
    }

    [Fact]
    public async Task OrgWithoutProcesses_HasNoneThatApplies()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var submitted = (await server.PostAsync("process/approvals", new { requests = new[] { new { actionType = "Submit", contextId = id } } })).Json[0];
        var listed = await server.GetAsync("process/approvals");

        Assert.Equal(("NO_APPLICABLE_PROCESS", "No applicable approval process was found."), Error(submitted));
        Assert.Equal("""{"approvals":{}}""", listed.Text);
    }

    [Theory]
    [InlineData("<formula>Size__c &gt; 5</formula>", 6, 5)]
    [InlineData("<criteriaItems><field>Account.Size__c</field><operation>greaterThan</operation><value>5</value></criteriaItems>", 6, 5)]
    [InlineData("<booleanFilter>1 OR 2</booleanFilter><criteriaItems><field>Account.Name</field><operation>equals</operation><value>other</value></criteriaItems><criteriaItems><field>Account.Size__c</field><operation>lessThan</operation><value>5</value></criteriaItems>", 4, 5)]
    [InlineData("<criteriaItems><field>User.Username</field><operation>startsWith</operation><value>rep</value></criteriaItems><criteriaItems><field>Account.Size__c</field><operation>notEqual</operation><value></value></criteriaItems>", 1, null)]
    public async Task EntryCriteria_LetFittingRecordsIn(string criteria, int fitting, int? unfit)
    {
        await using var org = await StartAsync($"{Everyone}<entryCriteria>{criteria}</entryCriteria>{Step("First", User("manager"))}");

        var accepted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A", Size__c = fitting }));
        var refused = await org.SubmitAsync(await org.CreateAsync(new { Name = "A", Size__c = unfit }));

        Assert.Equal("Pending", Status(accepted));
        Assert.Equal("NO_APPLICABLE_PROCESS", Error(refused).Item1);
    }

    [Theory]
    [InlineData("Account.CreatedDate", "greaterThan", "3/25/2013", true)]
    [InlineData("Account.CreatedDate", "lessThan", "2013-03-25", false)]
    [InlineData("Account.CreatedDate", "lessOrEqual", "3/25/2013 10:30 PM", false)]
    [InlineData("Account.Owner", "equals", "REP", true)]
    [InlineData("Account.CreatedBy", "notEqual", "rep", false)]
    [InlineData("Account.Parent", "startsWith", "Par", true)]
    [InlineData("Account.Reviewer__c", "equals", "manager", true)]
    [InlineData("Account.Rating", "equals", "Cold,Hot", true)]
    [InlineData("User.IsActive", "notEqual", "true", false)]
    public async Task CriteriaItems_CompareDatesAndTheNamesOfParents(string field, string operation, string value, bool isMet)
    {
        var criteria = $"<criteriaItems><field>{field}</field><operation>{operation}</operation><value>{value}</value></criteriaItems>";
        await using var org = await StartAsync($"{Everyone}<entryCriteria>{criteria}</entryCriteria>{Step("First", User("manager"))}");
        var parent = await org.CreateAsync(new { Name = "Parent" });

        var result = await org.SubmitAsync(await org.CreateAsync(new { Name = "A", ParentId = parent, Rating = "Hot", Reviewer__c = org.Manager }));

        Assert.Equal(isMet, result.GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task NamedProcess_CanSkipItsCriteria()
    {
        await using var org = await StartAsync($"{Everyone}<entryCriteria><formula>FALSE</formula></entryCriteria>{Step("First", User("manager"))}");
        var id = await org.CreateAsync(new { Name = "A" });
        var definition = (await org.QueryAsync("SELECT Id FROM ProcessDefinition"))[0].GetProperty("Id").GetString();

        var named = await org.SubmitAsync(id, new { processDefinitionNameOrId = "Check" });
        var skippedWithoutName = await org.SubmitAsync(id, new { skipEntryCriteria = true });
        var unknown = await org.SubmitAsync(id, new { processDefinitionNameOrId = "Other", skipEntryCriteria = true });
        var skipped = await org.SubmitAsync(id, new { processDefinitionNameOrId = definition, skipEntryCriteria = "true" });

        Assert.All([named, skippedWithoutName, unknown], result => Assert.Equal("NO_APPLICABLE_PROCESS", Error(result).Item1));
        Assert.Equal("Pending", Status(skipped));
    }

    [Fact]
    public async Task ProcessOrder_DecidesBetweenThoseThatFit()
    {
        var project = Project(Everyone + "<processOrder>2</processOrder>" + Step("First", User("manager"))).With(
            "approvalProcesses/Account.Zoom.approvalProcess-meta.xml",
            "ApprovalProcess",
            $"<active>true</active>{Everyone}<processOrder>1</processOrder>{Step("First", User("director"))}<label>Zoom</label><description>D</description><recordEditability>AdminOnly</recordEditability>");
        await using var org = await ApprovalOrg.StartAsync(project);

        var result = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        var listed = (await org.Server.GetAsync("process/approvals/")).Json.GetProperty("approvals").GetProperty("Account");

        Assert.Equal([org.Director], Actors(result));
        Assert.Equal(["Zoom", "Check it"], listed.EnumerateArray().Select(process => process.GetProperty("name").GetString()));
        Assert.Equal(["description", "id", "name", "object", "sortOrder"], listed[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(("D", "Account", 1), (listed[0].GetProperty("description").GetString(), listed[0].GetProperty("object").GetString(), listed[0].GetProperty("sortOrder").GetInt32()));
    }

    [Theory]
    [InlineData("<type>owner</type>", "rep", true)]
    [InlineData("<type>owner</type>", "manager", false)]
    [InlineData("<type>creator</type>", "rep", true)]
    [InlineData("<type>creator</type>", "manager", false)]
    [InlineData("<submitter>Manager@emulator.example</submitter><type>user</type>", "manager", true)]
    [InlineData("<submitter>manager@emulator.example</submitter><type>user</type>", "rep", false)]
    public async Task Submitters_AreThoseOfTheProcess(string submitter, string user, bool isAllowed)
    {
        await using var org = await StartAsync($"<allowedSubmitters>{submitter}</allowedSubmitters>{Step("First", User("director"))}");
        var id = await org.CreateAsync(new { Name = "A" });
        org.SignIn(user);

        var result = await org.SubmitAsync(id);

        Assert.Equal(isAllowed, result.GetProperty("success").GetBoolean());
        if (!isAllowed)
            Assert.Equal("NO_APPLICABLE_PROCESS", Error(result).Item1);
    }

    [Fact]
    public async Task SubmittersOfARole_AreWhoHasIt()
    {
        await using var org = await StartAsync($"<allowedSubmitters><submitter>Sales</submitter><type>role</type></allowedSubmitters>{Step("First", User("director"))}");
        var id = await org.CreateAsync(new { Name = "A" });
        var without = await org.SubmitAsync(id);
        org.SignInAsAdministrator();
        await org.Server.PatchAsync($"sobjects/User/{org.Representative}", new { UserRoleId = await org.Server.CreateAsync("UserRole", new { Name = "S", DeveloperName = "Sales" }) });
        org.SignIn("rep");

        Assert.Equal("NO_APPLICABLE_PROCESS", Error(without).Item1);
        Assert.Equal("Pending", Status(await org.SubmitAsync(id)));
    }

    [Fact]
    public async Task Administrator_MaySubmitAnything()
    {
        await using var org = await StartAsync($"<allowedSubmitters><type>owner</type></allowedSubmitters>{Step("First", User("director"))}");
        var id = await org.CreateAsync(new { Name = "A" });
        org.SignInAsAdministrator();

        Assert.Equal("Pending", Status(await org.SubmitAsync(id)));
    }

    [Fact]
    public async Task Administrator_SubmitsInTheNameOfAnother()
    {
        await using var org = await StartAsync($"<allowedSubmitters><type>owner</type></allowedSubmitters>{ByManager}{Step("First", ByHierarchy)}");
        var id = await org.CreateAsync(new { Name = "A" });
        org.SignInAsAdministrator();

        var unknown = await org.SubmitAsync(id, new { contextActorId = "005000000000001" });
        var result = await org.SubmitAsync(id, new { contextActorId = org.Representative });

        Assert.Equal(("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"), Error(unknown));
        Assert.Equal([org.Manager], Actors(result));
        Assert.Equal(org.Representative, (await org.QueryAsync("SELECT SubmittedById FROM ProcessInstance"))[0].GetProperty("SubmittedById").GetString());
    }

    [Fact]
    public async Task WrongRecords_AreTold()
    {
        await using var org = await StartAsync(OneStep);
        var deleted = await org.CreateAsync(new { Name = "A" });
        await org.Server.DeleteAsync($"sobjects/Account/{deleted}");
        var good = await org.CreateAsync(new { Name = "B" });

        var results = (await org.Server.PostAsync("process/approvals", new { requests = new[] { "nothing", deleted, SalesforceId.Create("001", 5000), good }.Select(id => new { actionType = "Submit", contextId = id }) })).Json;

        Assert.Equal(["MALFORMED_ID", "ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY"], results.EnumerateArray().Take(3).Select(result => Error(result).Item1));
        Assert.Equal("Pending", Status(results[3]));
        Assert.Equal("JSON_PARSER_ERROR", (await org.Server.PostAsync("process/approvals", new { requests = new[] { new { contextId = good } } })).ErrorCode);
    }

    [Fact]
    public async Task HiddenObject_CannotBeSubmitted()
    {
        using var users = new Support.UsersFixture("\"objectPermissions\":[{\"object\":\"Account\",\"allowRead\":false}]");
        await using var server = await users.StartAsync();
        var id = await Support.UsersFixture.CreateAsAdministratorAsync(server, "Account", new { Name = "A" });

        var result = (await server.PostAsync("process/approvals", new { requests = new[] { new { actionType = "Submit", contextId = id } } })).Json[0];

        Assert.Equal(("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id"), Error(result));
    }
}
