using System.Text.Json;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class ApprovalObjectTests
{
    private static readonly string OneStep = Everyone + Step("First", User("manager"), "<description>S</description>");

    [Fact]
    public async Task Definitions_AreRecords()
    {
        await using var org = await StartAsync(
            Project(OneStep + "<description>D</description>", editability: "AdminOrCurrentApprover")
                .With("approvalProcesses/Case.Old.approvalProcess-meta.xml", "ApprovalProcess", "<active>false</active><label>Old</label><approvalStep><surprise/></approvalStep>"));

        var definitions = await org.QueryAsync("SELECT Name, DeveloperName, Type, Description, TableEnumOrId, LockType, State FROM ProcessDefinition ORDER BY DeveloperName");
        var nodes = await org.QueryAsync("SELECT Name, DeveloperName, Description, ProcessDefinition.DeveloperName FROM ProcessNode");

        Assert.Equal(
            ["Check it|Check|Approval|D|Account|Node|Active", "Old|Old|Approval||Case|Total|Inactive"],
            definitions.EnumerateArray().Select(row => string.Join('|', row.EnumerateObject().Skip(1).Select(member => member.Value.ToString()))));
        Assert.Equal("First label|First|S", string.Join('|', nodes[0].EnumerateObject().Skip(1).Take(3).Select(member => member.Value.ToString())));
    }

    [Fact]
    public async Task Instance_LivesWithTheTime()
    {
        var clock = new ManualTime();
        await using var org = await StartAsync(OneStep, clock: clock);
        var id = await org.CreateAsync(new { Name = "A" });
        var submitted = await org.SubmitAsync(id);
        clock.Now += TimeSpan.FromMinutes(90);

        var running = (await org.QueryAsync("SELECT Status, CompletedDate, ElapsedTimeInMinutes, ElapsedTimeInHours, (SELECT ElapsedTimeInMinutes, CreatedDate FROM Workitems), (SELECT StepStatus FROM Steps), (SELECT NodeStatus, ProcessNodeName FROM Nodes) FROM ProcessInstance"))[0];
        org.SignIn("manager");
        await org.AnswerAsync("Approve", WorkitemOf(submitted));
        clock.Now += TimeSpan.FromMinutes(90);
        var ended = (await org.QueryAsync($"SELECT Status, CompletedDate, LastActorId, ElapsedTimeInHours FROM ProcessInstance WHERE TargetObjectId = '{id}' AND ElapsedTimeInDays < 1"))[0];
        var step = (await org.QueryAsync("SELECT ElapsedTimeInMinutes, ElapsedTimeInHours FROM ProcessInstanceStep WHERE StepStatus = 'Approved'"))[0];

        Assert.Equal(("Pending", JsonValueKind.Null, 90.0, 1.5), (running.GetProperty("Status").GetString(), running.GetProperty("CompletedDate").ValueKind, running.GetProperty("ElapsedTimeInMinutes").GetDouble(), running.GetProperty("ElapsedTimeInHours").GetDouble()));
        Assert.Equal(90.0, running.GetProperty("Workitems").GetProperty("records")[0].GetProperty("ElapsedTimeInMinutes").GetDouble());
        Assert.Equal("Started", running.GetProperty("Steps").GetProperty("records")[0].GetProperty("StepStatus").GetString());
        Assert.Equal("First label", running.GetProperty("Nodes").GetProperty("records")[0].GetProperty("ProcessNodeName").GetString());
        Assert.Equal(("Approved", org.Manager, 1.5), (ended.GetProperty("Status").GetString(), ended.GetProperty("LastActorId").GetString(), ended.GetProperty("ElapsedTimeInHours").GetDouble()));
        Assert.Equal((90.0, 1.5), (step.GetProperty("ElapsedTimeInMinutes").GetDouble(), step.GetProperty("ElapsedTimeInHours").GetDouble()));
    }

    [Fact]
    public async Task ProcessInstances_AreChildrenOfTheirRecord()
    {
        await using var org = await StartAsync(OneStep);
        await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));

        var account = (await org.QueryAsync("SELECT Name, (SELECT Status FROM ProcessInstances) FROM Account"))[0];
        var typed = (await org.QueryAsync("SELECT TYPEOF TargetObject WHEN Account THEN Name END FROM ProcessInstance WHERE TargetObject.Type = 'Account'"))[0];
        var described = (await org.Server.GetAsync("sobjects/Account/describe")).Json.GetProperty("childRelationships").EnumerateArray().Single(child => child.GetProperty("childSObject").GetString() == "ProcessInstance");

        Assert.Equal("Pending", account.GetProperty("ProcessInstances").GetProperty("records")[0].GetProperty("Status").GetString());
        Assert.Equal("Account", typed.GetProperty("TargetObject").GetProperty("attributes").GetProperty("type").GetString());
        Assert.Equal(("TargetObjectId", "ProcessInstances", true), (described.GetProperty("field").GetString(), described.GetProperty("relationshipName").GetString(), described.GetProperty("cascadeDelete").GetBoolean()));
    }

    [Fact]
    public async Task History_HasStepsAndWorkitemsTogether()
    {
        var clock = new ManualTime();
        await using var org = await StartAsync(Everyone + Step("First", User("manager")) + Step("Second", User("director")), clock: clock);
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }), new { comments = "please" });
        clock.Now += TimeSpan.FromHours(1);
        org.SignIn("manager");
        await org.AnswerAsync("Approve", WorkitemOf(submitted));
        clock.Now += TimeSpan.FromHours(1.5);

        var steps = (await org.QueryAsync("SELECT (SELECT Id, StepStatus, IsPending, Actor.Name, ProcessNode.DeveloperName, Comments, ElapsedTimeInHours FROM ProcessSteps ORDER BY CreatedDate, Id) FROM Account"))[0].GetProperty("ProcessSteps").GetProperty("records");
        var ofInstance = (await org.QueryAsync("SELECT (SELECT StepStatus FROM StepsAndWorkitems WHERE IsPending = TRUE) FROM ProcessInstance"))[0].GetProperty("StepsAndWorkitems").GetProperty("records");
        var direct = await org.Server.GetAsync("query?q=SELECT+Id+FROM+ProcessInstanceHistory");
        var described = (await org.Server.GetAsync("sobjects/ProcessInstanceHistory/describe")).Json;

        Assert.Equal(
            ["04h|Started|False|rep||please|0.0", "04h|Approved|False|manager|First||1.0", "04i|Pending|True|director|Second||1.5"],
            steps.EnumerateArray().Select(step => string.Join('|', step.GetProperty("Id").GetString()![..3], step.GetProperty("StepStatus"), step.GetProperty("IsPending"), step.GetProperty("Actor").GetProperty("Name"), NodeOf(step), step.GetProperty("Comments"), step.GetProperty("ElapsedTimeInHours"))));
        Assert.Equal("Pending", Assert.Single(ofInstance.EnumerateArray()).GetProperty("StepStatus").GetString());
        Assert.Equal("INVALID_TYPE", direct.ErrorCode);
        Assert.Equal((JsonValueKind.Null, false, false), (described.GetProperty("keyPrefix").ValueKind, described.GetProperty("queryable").GetBoolean(), described.GetProperty("retrieveable").GetBoolean()));

        static string NodeOf(JsonElement step) => step.GetProperty("ProcessNode") is { ValueKind: JsonValueKind.Object } node ? node.GetProperty("DeveloperName").GetString()! : "";
    }

    [Fact]
    public async Task MergedRecord_HandsItsApprovalsOn()
    {
        await using var org = await StartAsync(OneStep);
        var (kept, merged) = (await org.CreateAsync(new { Name = "A" }), await org.CreateAsync(new { Name = "B" }));
        await org.SubmitAsync(merged);
        org.SignInAsAdministrator();

        await org.Server.SoapAsync($"<merge><request><masterRecord><sf:type>Account</sf:type><sf:Id>{kept}</sf:Id></masterRecord><recordToMergeIds>{merged}</recordToMergeIds></request></merge>", isValid: false);

        Assert.Equal(kept, (await org.QueryAsync("SELECT TargetObjectId FROM ProcessInstance"))[0].GetProperty("TargetObjectId").GetString());
    }

    [Fact]
    public async Task Rows_CannotBeMadeByHand()
    {
        await using var org = await StartAsync(OneStep);

        var created = await org.Server.PostAsync("sobjects/ProcessInstance", new { Status = "Approved" });
        var elapsed = (await org.Server.GetAsync("sobjects/ProcessInstance/describe")).Json.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == "ElapsedTimeInDays");

        Assert.Equal("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", created.ErrorCode);
        Assert.Equal((false, JsonValueKind.Null, false), (elapsed.GetProperty("calculated").GetBoolean(), elapsed.GetProperty("calculatedFormula").ValueKind, elapsed.GetProperty("permissionable").GetBoolean()));
    }

    [Fact]
    public async Task Approval_GoesOnAfterARestartAndNeedsItsProcess()
    {
        using var folder = new SourceFolder();
        var database = Path.Combine(folder.Path, "org.db");
        string workitem;
        await using (var org = await StartAsync(Project(OneStep), database: database))
            workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));

        var lost = await Assert.ThrowsAsync<SchemaException>(() => StartAsync(Project(Everyone + Step("Other", User("manager"))), database: database));
        await using var restarted = await StartAsync(Project(OneStep), database: database);
        restarted.SignIn("rep");
        var locked = await restarted.Server.PatchAsync($"sobjects/Account/{(await restarted.QueryAsync("SELECT Id FROM Account"))[0].GetProperty("Id")}", new { Name = "B" });
        restarted.SignIn("manager");

        Assert.Contains("the step 'First label'", lost.Message, StringComparison.Ordinal);
        Assert.Equal("ENTITY_IS_LOCKED", locked.ErrorCode);
        Assert.Equal("Approved", Status(await restarted.AnswerAsync("Approve", workitem)));
    }

    [Fact]
    public async Task Reset_ForgetsApprovalsAndLocks()
    {
        await using var org = await StartAsync(OneStep);
        await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));

        await org.Server.PostAsync("/__emulator/reset", new { });
        org.SignInAsAdministrator();
        await org.Server.PatchAsync($"sobjects/User/{org.Representative}", new { ManagerId = org.Manager });

        Assert.Empty((await org.QueryAsync("SELECT Id FROM ProcessInstance")).EnumerateArray());
        Assert.Equal("Pending", Status(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }))));
    }

    private sealed class SourceFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("approvals").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
