using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Soap;

public sealed class RequestSchemaTests
{
    private static readonly WriteOptions EveryHeader = new(RecordOperation.Insert)
    {
        AllOrNone = true,
        AllowDuplicates = true,
        AllowFieldTruncation = true,
        AssignmentRule = "default",
    };

    [Fact]
    public async Task Login_IsValid()
    {
        var handler = new ScriptedHandler(() => Answers.Xml(SoapAnswers.Login("https://na7.salesforce.com/services/Soap/u/64.0", "00D!soap")));

        await Authentication.OAuthSignInTests.SignInAsync(
            handler, new SoapLoginSignIn(new Uri("https://login.salesforce.com"), "ada@example.com", Secret.Of("a&b<c>"), null));

        Assert.Empty(PartnerSchema.Check(Assert.Single(handler.Requests).Body));
    }

    [Fact]
    public async Task UserInfo_IsValid()
    {
        var org = new FakeOrg();
        using var connection = await org.ConnectAsync();

        var request = Assert.Single(org.Requests, request => request.IsSoap);
        Assert.Equal("00D!token1", request.SessionId);
        Assert.Empty(PartnerSchema.Check(request.Body));
    }

    [Theory]
    [InlineData("Insert")]
    [InlineData("Update")]
    [InlineData("Upsert")]
    [InlineData("Delete")]
    [InlineData("Undelete")]
    public async Task Write_IsValidWithEveryHeaderAndEveryKindOfField(string operation)
    {
        var org = new RecordingOrg();
        var options = EveryHeader with { Operation = Enum.Parse<RecordOperation>(operation), ExternalIdField = "Key__c" };

        await org.WriteAsync(
            options,
            Input.Of("Contact", ("Id", "003000000000001AAA"), ("Key__c", "K1"), ("LastName", "<Ö'Brien & \"Søn\">\r\n\t😀"), ("Email", null), ("Account.Key__c", "A1")),
            Input.Of("Contact", ("Id", "003000000000002AAA"), ("Key__c", "K2"), ("LastName", "B"), ("Account.Key__c", null)));

        var request = Assert.Single(org.Writes);
        Assert.Empty(PartnerSchema.Check(request.Body));
    }

    [Fact]
    public async Task AssignmentRuleById_IsValid()
    {
        var org = new RecordingOrg();

        await org.WriteAsync(EveryHeader with { AssignmentRule = "01Q000000000001AAA" }, Input.Of("Contact", ("LastName", "A")));

        var request = Assert.Single(org.Writes);
        Assert.Contains("<assignmentRuleId>01Q000000000001AAA</assignmentRuleId>", request.Body, StringComparison.Ordinal);
        Assert.Empty(PartnerSchema.Check(request.Body));
    }
}
