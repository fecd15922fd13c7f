using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class ApproverTests
{
    private const string Adhoc = "<approver><type>adhoc</type></approver>";

    [Fact]
    public async Task Hierarchy_GoesUpFromTheSubmitterAndThenFromTheApprover()
    {
        await using var org = await StartAsync(Everyone + ByManager + Step("First", ByHierarchy) + Step("Second", ByHierarchy));
        var submitted = await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }));
        org.SignIn("manager");

        var approved = await org.AnswerAsync("Approve", WorkitemOf(submitted));

        Assert.Equal([org.Manager], Actors(submitted));
        Assert.Equal([org.Director], Actors(approved));
        Assert.Equal("Pending", Status(approved));
    }

    [Fact]
    public async Task HierarchyOfTheOwner_GoesUpFromTheOwner()
    {
        await using var org = await StartAsync(Everyone + ByManager.Replace("false", "true", StringComparison.Ordinal) + Step("First", ByHierarchy));
        var id = await org.CreateAsync(new { Name = "A" });
        org.SignIn("manager");

        Assert.Equal([org.Manager], Actors(await org.SubmitAsync(id)));
    }

    [Fact]
    public async Task MissingSuperior_RefusesAndLeavesNothing()
    {
        await using var org = await StartAsync(Everyone + ByManager + Step("First", ByHierarchy));
        var id = await org.CreateAsync(new { Name = "A" });
        org.SignIn("director");

        var result = await org.SubmitAsync(id);

        Assert.Equal(
            ("MANAGER_NOT_DEFINED", "This approval request requires the next approver to be determined by the Manager field. This value is empty. Please contact your administrator for more information."),
            Error(result));
        Assert.Empty((await org.QueryAsync("SELECT Id FROM ProcessInstance")).EnumerateArray());
    }

    [Fact]
    public async Task InactiveSuperior_CountsAsNone()
    {
        await using var org = await StartAsync(Everyone + ByManager + Step("First", ByHierarchy));
        await org.Server.PatchAsync($"sobjects/User/{org.Manager}", new { IsActive = false });

        Assert.Equal("MANAGER_NOT_DEFINED", Error(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" }))).Item1);
    }

    [Fact]
    public async Task RelatedUser_ComesFromTheRecord()
    {
        await using var org = await StartAsync(Everyone + Step("First", "<approver><name>Reviewer__c</name><type>relatedUserField</type></approver><approver><name>Owner</name><type>relatedUserField</type></approver>"));

        var result = await org.SubmitAsync(await org.CreateAsync(new { Name = "A", Reviewer__c = org.Director }));
        var empty = await org.SubmitAsync(await org.CreateAsync(new { Name = "B" }));

        Assert.Equal([org.Director, org.Representative], Actors(result));
        Assert.Equal(("MANAGER_NOT_DEFINED", true), (Error(empty).Item1, Error(empty).Item2!.Contains("by the Reviewer__c field", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Adhoc_WantsExactlyOneApprover()
    {
        await using var org = await StartAsync(Everyone + Step("First", Adhoc));
        var id = await org.CreateAsync(new { Name = "A" });

        var none = await org.SubmitAsync(id);
        var two = await org.SubmitAsync(id, new { nextApproverIds = new[] { org.Manager, org.Director } });
        var unknown = await org.SubmitAsync(id, new { nextApproverIds = new[] { id } });
        var one = await org.SubmitAsync(id, new { nextApproverIds = new[] { org.Director[..15] } });

        Assert.All([none, two], result => Assert.Equal(("REQUIRED_FIELD_MISSING", "missing required field: [nextApproverIds]"), Error(result)));
        Assert.Equal("nextApproverIds", none.GetProperty("errors")[0].GetProperty("fields")[0].GetString());
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", Error(unknown).Item1);
        Assert.Equal([org.Director], Actors(one));
    }

    [Fact]
    public async Task NextStep_IsChosenByTheApprover()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("manager")) + Step("Second", Adhoc));
        var workitem = WorkitemOf(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));
        org.SignIn("manager");

        var without = await org.AnswerAsync("Approve", workitem);
        var with = await org.AnswerAsync("Approve", workitem, new { nextApproverIds = new[] { org.Director } });

        Assert.Equal("REQUIRED_FIELD_MISSING", Error(without).Item1);
        Assert.Equal([org.Director], Actors(with));
    }

    [Fact]
    public async Task UserWhomTheOrgDoesNotHave_IsNamed()
    {
        await using var org = await StartAsync(Everyone + Step("First", User("nobody")));

        var error = Error(await org.SubmitAsync(await org.CreateAsync(new { Name = "A" })));

        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", error.Item1);
        Assert.Contains("nobody@emulator.example", error.Item2, StringComparison.Ordinal);
    }
}
