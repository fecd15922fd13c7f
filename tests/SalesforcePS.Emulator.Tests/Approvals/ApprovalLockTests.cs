using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class ApprovalLockTests
{
    private static readonly string OneStep = Everyone + Step("First", User("manager"));

    [Fact]
    public async Task RecordInApproval_IsLockedForEditsAndDeletes()
    {
        await using var org = await StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });
        await org.SubmitAsync(id);

        var update = await org.Server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });
        var delete = await org.Server.DeleteAsync($"sobjects/Account/{id}");
        var soap = await org.Server.SoapAsync($"<update><sObjects><sf:type>Account</sf:type><sf:Id>{id}</sf:Id><sf:Name>B</sf:Name></sObjects></update>");
        org.SignInAsAdministrator();
        var administrator = await org.Server.PatchAsync($"sobjects/Account/{id}", new { Name = "C" });

        Assert.Equal((HttpStatusCode.BadRequest, "ENTITY_IS_LOCKED", "the entity is locked for editing"), (update.Status, update.ErrorCode, update.ErrorMessage));
        Assert.Equal("ENTITY_IS_LOCKED", delete.ErrorCode);
        Assert.Equal("ENTITY_IS_LOCKED", soap.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
        Assert.Equal(HttpStatusCode.NoContent, administrator.Status);
        Assert.Equal("C", await org.FieldAsync(id, "Name"));
    }

    [Theory]
    [InlineData("AdminOnly", "manager", false)]
    [InlineData("AdminOrCurrentApprover", "manager", true)]
    [InlineData("AdminOrCurrentApprover", "rep", false)]
    public async Task Approver_MayEditWhereTheProcessSaysSo(string editability, string user, bool isAllowed)
    {
        await using var org = await StartAsync(OneStep, editability: editability);
        var id = await org.CreateAsync(new { Name = "A" });
        await org.SubmitAsync(id);
        org.SignIn(user);

        var update = await org.Server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" });

        Assert.Equal(isAllowed ? HttpStatusCode.NoContent : HttpStatusCode.BadRequest, update.Status);
    }

    [Theory]
    [InlineData("Approve", "finalApprovalRecordLock", true)]
    [InlineData("Approve", "finalRejectionRecordLock", false)]
    [InlineData("Reject", "finalRejectionRecordLock", true)]
    [InlineData("Reject", "finalApprovalRecordLock", false)]
    [InlineData("Removed", "finalRejectionRecordLock", false)]
    public async Task Lock_EndsWithTheApprovalUnlessItStays(string action, string element, bool isLocked)
    {
        await using var org = await StartAsync($"<{element}>true</{element}>{OneStep}");
        var id = await org.CreateAsync(new { Name = "A" });
        var workitem = WorkitemOf(await org.SubmitAsync(id));
        org.SignInAsAdministrator();
        await org.AnswerAsync(action, workitem);
        org.SignIn("rep");

        Assert.Equal(isLocked ? HttpStatusCode.BadRequest : HttpStatusCode.NoContent, (await org.Server.PatchAsync($"sobjects/Account/{id}", new { Name = "B" })).Status);
    }

    [Fact]
    public async Task Details_AreLockedWithTheirMaster()
    {
        var project = Project(OneStep).WithObject("Line__c").WithField(
            "Line__c", "Account__c", "<type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Lines</relationshipName><relationshipOrder>0</relationshipOrder>");
        await using var org = await StartAsync(project);
        var id = await org.CreateAsync(new { Name = "A" });
        var line = await org.Server.CreateAsync("Line__c", new { Name = "L", Account__c = id });
        await org.SubmitAsync(id);

        Assert.Equal("ENTITY_IS_LOCKED", (await org.Server.PatchAsync($"sobjects/Line__c/{line}", new { Name = "M" })).ErrorCode);
    }

    [Fact]
    public async Task DeletedRecord_TakesItsApprovalAlongAndBringsItBack()
    {
        await using var org = await StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });
        var workitem = WorkitemOf(await org.SubmitAsync(id));
        org.SignInAsAdministrator();

        await org.Server.DeleteAsync($"sobjects/Account/{id}");
        var gone = Error(await org.AnswerAsync("Approve", workitem)).Item1;
        var left = (await org.QueryAsync("SELECT Id FROM ProcessInstance")).GetArrayLength() + (await org.QueryAsync("SELECT Id FROM ProcessInstanceStep")).GetArrayLength();
        await org.Server.SoapAsync($"<undelete><ids>{id}</ids></undelete>");

        Assert.Equal(("INVALID_CROSS_REFERENCE_KEY", 0), (gone, left));
        Assert.Equal("Approved", Status(await org.AnswerAsync("Approve", workitem)));
    }

    [Fact]
    public async Task LockedRecord_IsNotMerged()
    {
        await using var org = await StartAsync(OneStep);
        var (master, locked) = (await org.CreateAsync(new { Name = "A" }), await org.CreateAsync(new { Name = "B" }));
        await org.SubmitAsync(locked);

        var answer = await org.Server.SoapAsync($"<merge><request><masterRecord><sf:type>Account</sf:type><sf:Id>{master}</sf:Id></masterRecord><recordToMergeIds>{locked}</recordToMergeIds></request></merge>", isValid: false);

        Assert.Equal("ENTITY_IS_LOCKED", answer.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
        Assert.Equal(locked, (await org.QueryAsync("SELECT TargetObjectId FROM ProcessInstance"))[0].GetProperty("TargetObjectId").GetString());
    }

    [Fact]
    public async Task LockedLead_IsNotConverted()
    {
        await using var org = await StartAsync(Project(OneStep, objectName: "Lead"));
        org.SignIn("rep");
        var lead = await org.Server.CreateAsync("Lead", new { LastName = "L", Company = "C" });
        await org.SubmitAsync(lead);

        var answer = await org.Server.SoapAsync($"<convertLead><leadConverts><accountId xsi:nil=\"true\"/><bypassAccountDedupeCheck xsi:nil=\"true\"/><bypassContactDedupeCheck xsi:nil=\"true\"/><contactId xsi:nil=\"true\"/><convertedStatus>Closed - Converted</convertedStatus><doNotCreateOpportunity>false</doNotCreateOpportunity><leadId>{lead}</leadId><opportunityName xsi:nil=\"true\"/><overwriteLeadSource>false</overwriteLeadSource><ownerId xsi:nil=\"true\"/><sendNotificationEmail>false</sendNotificationEmail></leadConverts></convertLead>", isValid: false);

        Assert.Equal("ENTITY_IS_LOCKED", answer.Result.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
    }
}
