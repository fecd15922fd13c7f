using System.Text.Json;
using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class AnswerTests
{
    private const string FirstResponse = "<whenMultipleApprovers>FirstResponse</whenMultipleApprovers>";

    private static readonly string Two = User("manager") + User("director");

    [Fact]
    public async Task LastApproval_IsFinal()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager")));
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        org.SignIn("manager");

        var result = await org.AnswerAsync("Approve", WorkitemOf(submitted), new { comments = "fine", nextApproverIds = new[] { org.Director } });

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "Approved"), (result.GetProperty("actorIds").ValueKind, result.GetProperty("errors").ValueKind, Status(result)));
        Assert.Empty(result.GetProperty("newWorkitemIds").EnumerateArray());
        Assert.Equal(submitted.GetProperty("instanceId").GetString(), result.GetProperty("instanceId").GetString());
        Assert.Equal(["Started", "Approved"], await HistoryAsync(org));
        Assert.Empty((await org.QueryAsync("SELECT Id FROM ProcessInstanceWorkitem")).EnumerateArray());
    }

    [Fact]
    public async Task Unanimous_WaitsForAll()
    {
        await using var org = await StartAsync(Everyone + Step("First", Two));
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        org.SignIn("manager");

        var first = await org.AnswerAsync("Approve", WorkitemOf(submitted));
        org.SignIn("director");
        var second = await org.AnswerAsync("Approve", submitted.GetProperty("newWorkitemIds")[1].GetString()!);

        Assert.Equal("Pending", Status(first));
        Assert.Equal([org.Director], Actors(first));
        Assert.Equal("Approved", Status(second));
    }

    [Theory]
    [InlineData(FirstResponse, "Approve", "Approved")]
    [InlineData(FirstResponse, "Reject", "Rejected")]
    [InlineData("<whenMultipleApprovers>Unanimous</whenMultipleApprovers>", "Reject", "Rejected")]
    public async Task DecidingAnswer_LeavesTheOthersWithoutOne(string multiple, string action, string status)
    {
        await using var org = await StartAsync(Everyone + Step("First", Two, multiple: multiple));
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        org.SignIn("director");

        var result = await org.AnswerAsync(action, submitted.GetProperty("newWorkitemIds")[1].GetString()!);

        Assert.Equal(status, Status(result));
        Assert.Equal(["Started", status, "NoResponse"], await HistoryAsync(org));
        org.SignIn("manager");
        Assert.Equal(("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"), Error(await org.AnswerAsync("Approve", WorkitemOf(submitted))));
    }

    [Fact]
    public async Task OnlyWhoIsAsked_MayAnswer()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager")));
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));

        var submitter = await org.AnswerAsync("Approve", workitem);
        org.SignInAsAdministrator();
        var administrator = await org.AnswerAsync("Approve", workitem);

        Assert.Equal(("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id"), Error(submitter));
        Assert.Equal("Approved", Status(administrator));
    }

    [Theory]
    [InlineData("<allowDelegate>true</allowDelegate>", true)]
    [InlineData("<allowDelegate>false</allowDelegate>", false)]
    public async Task Delegate_MayAnswerWhereTheStepSaysSo(string children, bool isAllowed)
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager"), children));
        await org.Server.PatchAsync($"sobjects/User/{org.Manager}", new { DelegatedApproverId = org.Director });
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));
        org.SignIn("director");

        Assert.Equal(isAllowed, (await org.AnswerAsync("Approve", workitem)).GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task Rejection_CanLeadBack()
    {
        await using var org = await StartAsync(
            Everyone + Step("First", User("manager")) + Step("Second", User("director"), "<rejectBehavior><type>BackToPrevious</type></rejectBehavior>"));
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        org.SignIn("manager");
        var second = await org.AnswerAsync("Approve", WorkitemOf(submitted));
        org.SignIn("director");

        var back = await org.AnswerAsync("Reject", WorkitemOf(second));
        org.SignIn("manager");
        var rejected = await org.AnswerAsync("Reject", WorkitemOf(back));

        Assert.Equal("Pending", Status(back));
        Assert.Equal([org.Manager], Actors(back));
        Assert.Equal("Rejected", Status(rejected));
        Assert.Equal(["Started", "Approved", "Rejected", "Rejected"], await HistoryAsync(org));
        var nodes = await org.QueryAsync("SELECT NodeStatus, ProcessNode.DeveloperName FROM ProcessInstanceNode ORDER BY Id");
        Assert.Equal(["Approved First", "Rejected Second", "Rejected First"], nodes.EnumerateArray().Select(node => $"{node.GetProperty("NodeStatus")} {node.GetProperty("ProcessNode").GetProperty("DeveloperName")}"));
    }

    [Theory]
    [InlineData("ApproveRecord", "GotoNextStep", 1, "Approved")]
    [InlineData("RejectRecord", "GotoNextStep", 1, "Rejected")]
    [InlineData("GotoNextStep", "ApproveRecord", 1, "Approved")]
    [InlineData("GotoNextStep", "GotoNextStep", 1, "Rejected")]
    [InlineData("GotoNextStep", "ApproveRecord", 6, "Pending")]
    public async Task StepCriteria_DecideWhatBecomesOfOthers(string first, string second, int size, string status)
    {
        static string When(int above, string otherwise) => $"<entryCriteria><formula>Size__c &gt; {above}</formula></entryCriteria><ifCriteriaNotMet>{otherwise}</ifCriteriaNotMet>";
        await using var org = await StartAsync(Everyone + Step("First", User("manager"), When(9, first)) + Step("Second", User("director"), When(5, second)));

        var result = await org.SubmitAsync(await org.CreateAsync(new { Name = "A", Size__c = size }));

        Assert.Equal(status, Status(result));
        if (status == "Pending")
            Assert.Equal([org.Director], Actors(result));
    }

    [Theory]
    [InlineData("true", "rep", true)]
    [InlineData("false", "rep", false)]
    [InlineData("true", "manager", false)]
    public async Task Recall_IsForTheSubmitterWhereItIsAllowed(string allowRecall, string user, bool isAllowed)
    {
        await using var org = await StartAsync($"<allowRecall>{allowRecall}</allowRecall>{Everyone}{Step("First", User("manager"))}");
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));
        org.SignIn(user);

        var result = await org.AnswerAsync("Removed", workitem);

        if (isAllowed)
            Assert.Equal(("Removed", "Started,Removed"), (Status(result), string.Join(',', await HistoryAsync(org))));
        else
            Assert.Equal("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", Error(result).Item1);
    }

    [Fact]
    public async Task UnknownActionOrRequest_IsRefused()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager")));
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));

        Assert.Equal("INVALID_OPERATION", Error(await org.AnswerAsync("Burn", workitem)).Item1);
        Assert.Equal("MALFORMED_ID", Error(await org.AnswerAsync("Approve", "x")).Item1);
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", Error(await org.AnswerAsync("Approve", "04igL0000000zzz")).Item1);
        org.SignInAsAdministrator();
        Assert.Equal("STRING_TOO_LONG", Error(await org.AnswerAsync("Approve", workitem, new { comments = new string('x', 4001) })).Item1);
    }

    [Fact]
    public async Task Reassignment_IsForWhoIsAsked()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager")));
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));

        var refused = await org.Server.PatchAsync($"sobjects/ProcessInstanceWorkitem/{workitem}", new { ActorId = org.Representative });
        org.SignIn("manager");
        await org.Server.PatchAsync($"sobjects/ProcessInstanceWorkitem/{workitem}", new { ActorId = org.Director });
        var former = await org.AnswerAsync("Approve", workitem);
        org.SignIn("director");
        var approved = await org.AnswerAsync("Approve", workitem);

        Assert.Equal(("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"), (refused.ErrorCode, refused.ErrorMessage));
        Assert.Equal("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", Error(former).Item1);
        Assert.Equal("Approved", Status(approved));
        var steps = await org.QueryAsync("SELECT StepStatus, ActorId, OriginalActorId FROM ProcessInstanceStep ORDER BY Id");
        Assert.Equal(
            [("Started", org.Representative, org.Representative), ("Reassigned", org.Manager, org.Manager), ("Approved", org.Director, org.Manager)],
            steps.EnumerateArray().Select(step => (step.GetProperty("StepStatus").GetString(), step.GetProperty("ActorId").GetString(), step.GetProperty("OriginalActorId").GetString())));
    }

    private static async Task<string[]> HistoryAsync(ApprovalOrg org) =>
        [.. (await org.QueryAsync("SELECT StepStatus FROM ProcessInstanceStep ORDER BY Id")).EnumerateArray().Select(step => step.GetProperty("StepStatus").GetString()!)];
}
