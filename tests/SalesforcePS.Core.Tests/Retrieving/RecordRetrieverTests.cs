using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Retrieving;
using SalesforcePS.Core.Tests.Soap;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Retrieving;

public sealed class RecordRetrieverTests
{
    private const string First = "001000000000001AAA";
    private const string Second = "001000000000002AAA";

    [Fact]
    public async Task AnswerOfAnotherNumber_IsAProtocolError()
    {
        var org = new FakeOrg { On = request => Answer(request, """[{"attributes":{"type":"Account"},"Id":"001000000000001AAA","Name":"A"}]""") };

        var error = await Assert.ThrowsAsync<ProtocolException>(() => RetrieveAsync(org, false, First, Second));

        Assert.Contains("1 records for 2 Ids", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"attributes":{"type":"Account"},"Id":"001000000000001AAA" """)]
    public async Task AnswerThatIsNoList_IsAProtocolError(string body)
    {
        var org = new FakeOrg { On = request => Answer(request, body) };

        await Assert.ThrowsAsync<ProtocolException>(() => RetrieveAsync(org, false, First));
    }

    [Fact]
    public async Task RecordThatIsNull_IsNotFoundWhereItIsNotInTheBin()
    {
        var org = new FakeOrg { On = request => Answer(request, """[null,{"attributes":{"type":"Account"},"Id":"001000000000002AAA","Name":"B"}]""") };

        var answers = await RetrieveAsync(org, false, First, Second);

        Assert.Equal(("NOT_FOUND", "B"), (answers[0].Error!.ErrorCode, RecordView.ValuesOf(answers[1].Record!)[1]));
    }

    [Fact]
    public async Task SessionThatIsOver_EndsTheRun()
    {
        var org = new FakeOrg { On = request => request.Path.Contains("/composite/", StringComparison.Ordinal) ? Answers.DailyLimit() : null };

        await Assert.ThrowsAsync<RequestLimitException>(() => RetrieveAsync(org, false, First));
    }

    [Fact]
    public async Task SoapRequest_IsValidAndItsAnswerIsTyped()
    {
        var org = new FakeOrg
        {
            On = request => !request.IsSoap || request.Operation.Name.LocalName != "retrieve" ? null : Answers.Xml(SoapAnswers.Envelope("""
                <retrieveResponse xmlns:sf="urn:sobject.partner.soap.sforce.com">
                <result xsi:type="sf:sObject"><sf:type>Account</sf:type><sf:Id>001000000000001AAA</sf:Id><sf:Id>001000000000001AAA</sf:Id>
                <sf:Name>A &amp; B</sf:Name><sf:NumberOfEmployees>12</sf:NumberOfEmployees><sf:AnnualRevenue>1.5E12</sf:AnnualRevenue>
                <sf:Interests__c>x;y</sf:Interests__c><sf:Founded__c>1999-12-31</sf:Founded__c><sf:IsActive__c>true</sf:IsActive__c>
                <sf:Phone xsi:nil="true"/>
                <sf:BillingAddress xsi:type="address"><city>Ulm</city><latitude>48.4</latitude><street xsi:nil="true"/></sf:BillingAddress></result>
                <result xsi:nil="true"/></retrieveResponse>
                """)),
        };

        var answers = await RetrieveAsync(
            org, true, ["Name", "NumberOfEmployees", "AnnualRevenue", "Interests__c", "Founded__c", "IsActive__c", "Phone", "BillingAddress", "Logo__c"], First, Second);

        var request = org.Requests.Single(sent => sent.IsSoap && sent.Operation.Name.LocalName == "retrieve");
        Assert.Empty(PartnerSchema.Check(request.Body));
        Assert.Contains("Id,Name,NumberOfEmployees,AnnualRevenue,Interests__c,Founded__c,IsActive__c,Phone,BillingAddress<", request.Body, StringComparison.Ordinal);
        var values = RecordView.ValuesOf(answers[0].Record!);
        Assert.Equal(
            [First, "A & B", 12, 1_500_000_000_000m, new[] { "x", "y" }, new DateTime(1999, 12, 31), true, null],
            values.Take(8));
        var address = Assert.IsAssignableFrom<SalesforceRecord>(values[8]);
        Assert.Equal(["city", "latitude", "street"], RecordView.SchemaOf(address).Names);
        Assert.Equal(["Ulm", 48.4, null], RecordView.ValuesOf(address));
        Assert.Equal($"/services/data/v68.0/sobjects/Account/{First}/Logo__c", values[9]);
        Assert.Equal("NOT_FOUND", answers[1].Error!.ErrorCode);
    }

    private static HttpResponseMessage? Answer(SentRequest request, string body) =>
        request.Path.Contains("/composite/sobjects/Account", StringComparison.Ordinal) ? Answers.Json(body) : null;

    private static Task<IReadOnlyList<RetrievedRecord>> RetrieveAsync(FakeOrg org, bool bySoap, params string[] ids) => RetrieveAsync(org, bySoap, ["Name"], ids);

    private static async Task<IReadOnlyList<RetrievedRecord>> RetrieveAsync(FakeOrg org, bool bySoap, string[] fields, params string[] ids)
    {
        using var connection = await org.ConnectAsync();
        return await new RecordRetriever(connection, fields, bySoap).RetrieveAsync([.. ids.Select(id => new RecordRequest(id, "Account"))]);
    }
}
