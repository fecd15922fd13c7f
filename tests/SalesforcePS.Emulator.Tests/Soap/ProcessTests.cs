using System.Net;
using System.Xml.Linq;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Tests.Approvals;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class ProcessTests
{
    private static readonly string OneStep = ApprovalOrg.Everyone + ApprovalOrg.Step("First", ApprovalOrg.User("manager"));

    [Fact]
    public async Task SubmitAndApprove_GoThroughTheWsdl()
    {
        await using var org = await ApprovalOrg.StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });

        var submitted = (await org.Server.SoapAsync(Submit(id, more: $"<submitterId>{org.Representative}</submitterId><processDefinitionNameOrId>Check</processDefinitionNameOrId><skipEntryCriteria>true</skipEntryCriteria>"))).Result;
        org.SignIn("manager");
        var approved = (await org.Server.SoapAsync(Answer("Approve", Member(submitted, "newWorkitemIds")!))).Result;

        Assert.Equal(["actorIds", "entityId", "instanceId", "instanceStatus", "newWorkitemIds", "success"], submitted.Elements().Select(element => element.Name.LocalName));
        Assert.Equal((org.Manager, id, "Pending", "true"), (Member(submitted, "actorIds"), Member(submitted, "entityId"), Member(submitted, "instanceStatus"), Member(submitted, "success")));
        Assert.Equal(("Approved", "true"), (Member(approved, "instanceStatus"), Member(approved, "success")));
        Assert.Equal("fine", (await org.QueryAsync("SELECT Comments FROM ProcessInstanceStep WHERE StepStatus = 'Approved'"))[0].GetProperty("Comments").GetString());
    }

    [Fact]
    public async Task FailedRequest_LeavesTheOthersAlone()
    {
        await using var org = await ApprovalOrg.StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });

        var answer = await org.Server.SoapAsync($"<process>{SubmitAction(id)}{SubmitAction(id)}{AnswerAction("Approve", SalesforceId.Create("04i", 5000))}</process>");

        Assert.Equal(["true", "false", "false"], answer.Results.Select(result => Member(result, "success")));
        Assert.Equal(
            [null, "ALREADY_IN_PROCESS", "INVALID_CROSS_REFERENCE_KEY"],
            answer.Results.Select(result => result.Element(SoapAnswer.Partner + "errors")?.Element(SoapAnswer.Partner + "statusCode")?.Value));
    }

    [Fact]
    public async Task RequestWithoutType_IsKnownByItsMembers()
    {
        await using var org = await ApprovalOrg.StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });

        var submitted = (await org.Server.SoapAsync($"<process><actions><objectId>{id}</objectId></actions></process>", isValid: false)).Result;
        org.SignIn("manager");
        var rejected = (await org.Server.SoapAsync($"<process><actions><action>Reject</action><workitemId>{Member(submitted, "newWorkitemIds")}</workitemId></actions></process>", isValid: false)).Result;

        Assert.Equal("Rejected", Member(rejected, "instanceStatus"));
    }

    [Fact]
    public async Task LongComment_IsCutWhereTheHeaderAllowsIt()
    {
        await using var org = await ApprovalOrg.StartAsync(OneStep);
        var id = await org.CreateAsync(new { Name = "A" });
        var request = Submit(id, comments: new string('x', 4001));

        var refused = (await org.Server.SoapAsync(request)).Result;
        var cut = (await org.Server.SoapAsync(request, "<AllowFieldTruncationHeader><allowFieldTruncation>true</allowFieldTruncation></AllowFieldTruncationHeader>")).Result;

        Assert.Equal("STRING_TOO_LONG", refused.Element(SoapAnswer.Partner + "errors")!.Element(SoapAnswer.Partner + "statusCode")!.Value);
        Assert.Equal("true", Member(cut, "success"));
    }

    [Fact]
    public async Task ObjectsOfApprovals_AreDescribed()
    {
        await using var server = await EmulatorServer.StartAsync();
        string[] names = ["ProcessDefinition", "ProcessInstance", "ProcessInstanceHistory", "ProcessInstanceNode", "ProcessInstanceStep", "ProcessInstanceWorkitem", "ProcessNode"];

        var answer = await server.SoapAsync($"<describeSObjects>{string.Concat(names.Select(name => $"<sObjectType>{name}</sObjectType>"))}</describeSObjects>");
        var listed = await server.SoapAsync("<describeGlobal/>");

        Assert.Equal(["04a", "04g", "", "04j", "04h", "04i", "04b"], answer.Results.Select(result => Member(result, "keyPrefix")));
        Assert.Empty(names.Except(listed.Result.Elements(SoapAnswer.Partner + "sobjects").Select(item => Member(item, "name")!)));
    }

    [Fact]
    public async Task TooManyRequests_AreAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync($"<process>{string.Concat(Enumerable.Repeat(SubmitAction(SalesforceId.Create("001", 5000)), 201))}</process>");

        Assert.Equal((HttpStatusCode.InternalServerError, "sf:EXCEEDED_ID_LIMIT"), (answer.Status, answer.FaultCode));
    }

    internal static string Submit(string id, string more = "<submitterId xsi:nil=\"true\"/><processDefinitionNameOrId xsi:nil=\"true\"/><skipEntryCriteria xsi:nil=\"true\"/>", string comments = "please") =>
        $"<process>{SubmitAction(id, more, comments)}</process>";

    internal static string Answer(string action, string workitemId) => $"<process>{AnswerAction(action, workitemId)}</process>";

    private static string SubmitAction(string id, string more = "<submitterId xsi:nil=\"true\"/><processDefinitionNameOrId xsi:nil=\"true\"/><skipEntryCriteria xsi:nil=\"true\"/>", string comments = "please") =>
        $"<actions xsi:type=\"ProcessSubmitRequest\"><comments>{comments}</comments><nextApproverIds xsi:nil=\"true\"/><objectId>{id}</objectId>{more}</actions>";

    private static string AnswerAction(string action, string workitemId) =>
        $"<actions xsi:type=\"ProcessWorkitemRequest\"><comments>fine</comments><nextApproverIds xsi:nil=\"true\"/><action>{action}</action><workitemId>{workitemId}</workitemId></actions>";

    private static string? Member(XElement result, string name) => result.Element(SoapAnswer.Partner + name)?.Value;
}
