using SalesforcePS.Emulator.Tests.Schema.Source;
using Xunit;
using static SalesforcePS.Emulator.Tests.Approvals.ApprovalOrg;

namespace SalesforcePS.Emulator.Tests.Approvals;

public sealed class ActionTests
{
    private static readonly string Workflow = string.Concat(((string[])["Submitted", "First", "Rejected1", "Approved", "Rejected", "Recalled"]).Select(state => Update($"To_{state}", "State__c", "Literal", $"<literalValue>{state}</literalValue>")));

    private static readonly string Process = $"""
        {Everyone}<initialSubmissionActions>{Action("To_Submitted")}<action><name>Tell</name><type>Alert</type></action></initialSubmissionActions>
        <finalApprovalActions>{Action("To_Approved")}</finalApprovalActions><finalRejectionActions>{Action("To_Rejected")}</finalRejectionActions>
        <recallActions>{Action("To_Recalled")}</recallActions>
        {Step("First", User("manager"), $"<approvalActions>{Action("To_First")}</approvalActions><rejectionActions>{Action("To_Rejected1")}</rejectionActions>")}{Step("Second", User("director"))}
        """;

    [Theory]
    [InlineData(new string[0], "Submitted")]
    [InlineData(new[] { "Approve" }, "First")]
    [InlineData(new[] { "Approve", "Approve" }, "Approved")]
    [InlineData(new[] { "Approve", "Reject" }, "Rejected")]
    [InlineData(new[] { "Reject" }, "Rejected")]
    [InlineData(new[] { "Approve", "Removed" }, "Recalled")]
    public async Task FieldUpdates_RunAtTheirPlace(string[] actions, string state)
    {
        await using var org = await StartAsync(Process, Workflow);
        var id = await org.CreateAsync(new { Name = "A" });
        var result = await org.SubmitAsync(id);
        org.SignInAsAdministrator();

        foreach (var action in actions)
            result = await org.AnswerAsync(action, WorkitemOf(result));

        Assert.Equal(state, await org.FieldAsync(id, "State__c"));
    }

    [Theory]
    [InlineData("Size__c", "Formula", "<formula>LEN(Name) * 10</formula>", "10.0")]
    [InlineData("Phone", "Null", "", "")]
    [InlineData("Rating", "NextValue", "", "Cold")]
    [InlineData("Rating", "PreviousValue", "", "Hot")]
    [InlineData("Rating", "Literal", "<literalValue>Hot</literalValue>", "Hot")]
    [InlineData("State__c", "Formula", "<formula>$User.Username &amp; TEXT(Rating)</formula>", "rep@emulator.examp")]
    public async Task FieldUpdate_TakesItsValueFromItsOperation(string field, string operation, string value, string expected)
    {
        var process = $"{Everyone}<initialSubmissionActions>{Action("Set")}</initialSubmissionActions>{Step("First", User("manager"))}";
        await using var org = await StartAsync(process, Update("Set", field, operation, value));
        var id = await org.CreateAsync(new { Name = "A", Phone = "1", Rating = "Warm" });

        var result = await org.SubmitAsync(id);

        if (field == "State__c")
            Assert.Equal("STRING_TOO_LONG", Error(result).Item1);
        else
            Assert.Equal(expected, await org.FieldAsync(id, field));
    }

    [Fact]
    public async Task FieldUpdate_CanGiveTheRecordToAUser()
    {
        var process = $"{Everyone}<initialSubmissionActions>{Action("Set")}</initialSubmissionActions>{Step("First", User("manager"))}";
        await using var org = await StartAsync(process, Update("Set", "OwnerId", "LookupValue", "<lookupValue>director@emulator.example</lookupValue><lookupValueType>User</lookupValueType>"));
        var id = await org.CreateAsync(new { Name = "A" });

        await org.SubmitAsync(id);

        Assert.Equal(org.Director, await org.FieldAsync(id, "OwnerId"));
        Assert.Equal(org.Representative, await org.FieldAsync(id, "LastModifiedById"));
    }

    [Fact]
    public async Task FieldUpdate_CanNameAQueueAndARecordType()
    {
        var process = $"{Everyone}<initialSubmissionActions>{Action("Queue")}</initialSubmissionActions>";
        var update = Update("Queue", "OwnerId", "LookupValue", "<lookupValue>Desk</lookupValue><lookupValueType>Queue</lookupValueType>");
        await using var leads = await StartAsync(Project(process + Step("First", User("manager")), update, objectName: "Lead"));
        await using var accounts = await StartAsync(
            Project(
                $"{Everyone}<initialSubmissionActions>{Action("Type")}</initialSubmissionActions>{Step("First", User("manager"))}",
                Update("Type", "RecordTypeId", "LookupValue", "<lookupValue>Special</lookupValue><lookupValueType>RecordType</lookupValueType>"))
                .With("objects/Account/recordTypes/Special.recordType-meta.xml", "RecordType", "<fullName>Special</fullName><active>true</active><label>Special</label>"));
        leads.SignIn("rep");
        var lead = await leads.Server.CreateAsync("Lead", new { LastName = "L", Company = "C" });
        var account = await accounts.CreateAsync(new { Name = "A" });

        var without = await leads.SubmitAsync(lead);
        leads.SignInAsAdministrator();
        var queue = await leads.Server.CreateAsync("Group", new { Name = "Desk", DeveloperName = "Desk", Type = "Queue" });
        leads.SignIn("rep");
        await leads.SubmitAsync(lead);
        await accounts.SubmitAsync(account);

        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", Error(without).Item1);
        Assert.Equal(queue, (await leads.QueryAsync("SELECT OwnerId FROM Lead"))[0].GetProperty("OwnerId").GetString());
        Assert.Equal("Special", (await accounts.QueryAsync("SELECT RecordType.DeveloperName FROM Account"))[0].GetProperty("RecordType").GetProperty("DeveloperName").GetString());
    }

    [Fact]
    public async Task FieldUpdate_GoesPastValidationRulesButNotPastRequiredFields()
    {
        static SourceProject With(string update) => Project($"{Everyone}<initialSubmissionActions>{Action("Set")}</initialSubmissionActions>{Step("First", User("manager"))}", update)
            .With("objects/Account/validationRules/R.validationRule-meta.xml", "ValidationRule", "<active>true</active><errorConditionFormula>State__c = \"Bad\"</errorConditionFormula><errorMessage>M</errorMessage>");
        await using var bad = await StartAsync(With(Update("Set", "State__c", "Literal", "<literalValue>Bad</literalValue>")));
        await using var empty = await StartAsync(With(Update("Set", "Name", "Null", "")));

        Assert.Equal("Pending", Status(await bad.SubmitAsync(await bad.CreateAsync(new { Name = "A" }))));
        Assert.Equal(("REQUIRED_FIELD_MISSING", "Required fields are missing: [Name]"), Error(await empty.SubmitAsync(await empty.CreateAsync(new { Name = "A" }))));
    }

    private static string Action(string name) => $"<action><name>{name}</name><type>FieldUpdate</type></action>";

    private static string Update(string name, string field, string operation, string value) =>
        $"<fieldUpdates><fullName>{name}</fullName><field>{field}</field>{value}<name>{name}</name><notifyAssignee>false</notifyAssignee><operation>{operation}</operation><protected>false</protected></fieldUpdates>";
}
