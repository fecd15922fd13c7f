using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class RestRecordWriterTests
{
    private const string Collections = FakeOrg.Rest + "/composite/sobjects";
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);
    private static readonly WriteOptions UpsertByKey = new(RecordOperation.Upsert) { ExternalIdField = "Key__c" };

    [Fact]
    public async Task Record_IsWrittenWithTheTypesOfJson()
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(
            Insert,
            Input.Of("Account", ("Name", "\"Ö\"\r\n😀"), ("NumberOfEmployees", 5), ("AnnualRevenue", 1234567890123456.78m), ("Rating__c", "1e-5"), ("IsActive__c", "yes"),
                ("Founded__c", new DateTime(1999, 12, 31, 0, 0, 0, DateTimeKind.Unspecified)), ("Interests__c", new[] { "a", "b" }), ("Phone", null), ("Parent.Key__c", "P1")));

        var request = Assert.Single(org.Writes);
        Assert.Equal(("POST", Collections), (request.Method.Method, request.Path));
        Assert.Equal(
            """{"allOrNone":false,"records":[{"attributes":{"type":"Account"},"Name":"\"Ö\"\r\n\uD83D\uDE00","NumberOfEmployees":5,"AnnualRevenue":1234567890123456.78"""
            + ""","Rating__c":0.00001,"IsActive__c":true,"Founded__c":"1999-12-31","Interests__c":"a;b","Parent":{"Key__c":"P1"},"Phone":null}]}""",
            request.Body);
    }

    [Fact]
    public async Task PolymorphicLink_SaysTheTypeOfItsParent()
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(Insert, Input.Of("Task", ("Lead:Who.Email", "a@example.com"), ("Account:What.Key__c", null), ("Owner.Key__c", "U1")));

        Assert.Contains(
            """{"attributes":{"type":"Task"},"Who":{"attributes":{"type":"Lead"},"Email":"a@example.com"},"Owner":{"attributes":{"type":"User"},"Key__c":"U1"}""",
            Assert.Single(org.Writes).Body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "FALSE")]
    [InlineData("default", "TRUE")]
    [InlineData("01Q000000000001AAA", "01Q000000000001AAA")]
    public async Task AssignmentRule_RunsOnlyWhereItIsAskedFor(string? rule, string header)
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(Insert with { AssignmentRule = rule }, Input.Accounts(1));

        var request = Assert.Single(org.Writes);
        Assert.Equal(header, request.Headers["Sforce-Auto-Assign"]);
        Assert.False(request.Headers.ContainsKey("Sforce-Duplicate-Rule-Header"));
    }

    [Fact]
    public async Task AllOrNoneAndAllowDuplicates_AreSaid()
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(Insert with { AllOrNone = true, AllowDuplicates = true }, Input.Accounts(1));

        var request = Assert.Single(org.Writes);
        Assert.StartsWith("""{"allOrNone":true,""", request.Body, StringComparison.Ordinal);
        Assert.Equal("allowSave=true", request.Headers["Sforce-Duplicate-Rule-Header"]);
    }

    [Fact]
    public async Task RolledBackRecord_HasItsErrorThoughItsResultHasAnId()
    {
        var rolledBack = SoapAnswers.Refused("ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back").Replace("""<id xsi:nil="true"/>""", "<id>001000000000009AAA</id>", StringComparison.Ordinal);
        var org = new RecordingOrg { IsRest = true, Result = _ => rolledBack };

        var outcome = Assert.Single(await org.WriteAsync(Insert with { AllOrNone = true }, Input.Accounts(1)));

        Assert.Equal(("ALL_OR_NONE_OPERATION_ROLLED_BACK", null), (outcome.Error!.ErrorCode, outcome.Id));
    }

    [Fact]
    public async Task Upsert_NamesItsObjectAndFieldAndEndsWhereTheObjectChanges()
    {
        var org = new RecordingOrg { IsRest = true };

        var outcomes = await org.WriteAsync(
            UpsertByKey,
            Input.Of("Account", ("Key__c", "A1")), Input.Of("account", ("Key__c", "A2")), Input.Of("Contact", ("Key__c", "C1")), Input.Of("Account", ("Key__c", "A3")));

        Assert.Equal(
            [$"PATCH {Collections}/Account/Key__c", $"PATCH {Collections}/Contact/Key__c", $"PATCH {Collections}/Account/Key__c"],
            org.Writes.Select(request => $"{request.Method} {request.Path}"));
        Assert.Equal([2, 1, 1], org.Writes.Select(request => request.Records.Count));
        Assert.All(outcomes, outcome => Assert.True(outcome is { Success: true, Created: true }));
    }

    [Fact]
    public async Task RecordsOfSeveralObjects_GoInOneInsert()
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(Insert, Input.Of("Account", ("Name", "A")), Input.Of("Contact", ("LastName", "B")), Input.Of("Account", ("Name", "C")));

        Assert.Equal(3, Assert.Single(org.Writes).Records.Count);
    }

    [Fact]
    public async Task Delete_NamesItsIdsInTheUrl()
    {
        var org = new RecordingOrg { IsRest = true };

        await org.WriteAsync(new WriteOptions(RecordOperation.Delete) { AllOrNone = true }, Input.Of("", ("Id", "001000000000001AAA")), Input.Of("", ("Id", "001000000000002")));

        var request = Assert.Single(org.Writes);
        Assert.Equal($"DELETE {Collections}?ids=001000000000001AAA,001000000000002&allOrNone=true", $"{request.Method} {request.Uri.PathAndQuery}");
    }

    [Theory]
    [InlineData("NumberOfEmployees", "many")]
    [InlineData("NumberOfEmployees", "1.5")]
    [InlineData("NumberOfEmployees", "2147483648")]
    [InlineData("AnnualRevenue", "1,234.50")]
    [InlineData("IsActive__c", "maybe")]
    [InlineData("Founded__c", "31.12.1999")]
    [InlineData("Founded__c", "1699-12-31")]
    [InlineData("ReviewedAt__c", "2026-13-01T00:00:00Z")]
    [InlineData("OpensAt__c", "25:00")]
    [InlineData("Logo__c", "no base64!")]
    public async Task ValueOfAnotherType_IsRefusedBeforeItCostsTheWholeRequest(string field, string value)
    {
        var org = new RecordingOrg { IsRest = true };

        var outcomes = await org.WriteAsync(Insert, Input.Of("Account", ("Name", "Bad"), (field, value)), Input.Of("Account", ("Name", "Good")));

        var refused = Assert.IsType<RecordException>(outcomes.Single(outcome => !outcome.Success).Error);
        Assert.Equal(("INVALID_TYPE_ON_FIELD_IN_RECORD", $"INVALID_TYPE_ON_FIELD_IN_RECORD: {field}: value not of required type: {value}"), (refused.ErrorCode, refused.Message));
        Assert.Equal([field], refused.Fields);
        Assert.Equal(["Good"], Assert.Single(org.Writes).FieldValues("Name"));
    }

    [Theory]
    [InlineData("NumberOfEmployees", " +5.00 ", "5")]
    [InlineData("AnnualRevenue", ".5", "0.5")]
    [InlineData("Rating__c", "1.5E3", "1500")]
    [InlineData("Founded__c", "1700-01-01", "1700-01-01")]
    [InlineData("ReviewedAt__c", "2026-03-29T02:30:00.5+02:00", "2026-03-29T02:30:00.5+02:00")]
    [InlineData("OpensAt__c", "09:05Z", "09:05Z")]
    public async Task TextThatSaysAValue_IsSent(string field, string value, string sent)
    {
        var org = new RecordingOrg { IsRest = true };

        var outcome = Assert.Single(await org.WriteAsync(Insert, Input.Of("Account", ("Name", "A"), (field, value))));

        Assert.True(outcome.Success);
        Assert.Equal([sent], Assert.Single(org.Writes).FieldValues(field));
    }

    [Fact]
    public async Task IdThatWouldBeTwo_IsRefused()
    {
        var org = new RecordingOrg { IsRest = true };

        var outcome = Assert.Single(await org.WriteAsync(new WriteOptions(RecordOperation.Delete), Input.Of("", ("Id", "001000000000001,001000000000002"))));

        Assert.Equal("MALFORMED_ID", outcome.Error!.ErrorCode);
        Assert.Empty(org.Writes);
    }

    [Fact]
    public async Task RefusalOfTheWholeRequest_IsTheOutcomeOfEachRecord()
    {
        var org = new RecordingOrg { IsRest = true, BeforeAnswer = _ => Answers.Error(400, "LIMIT_EXCEEDED", "Cannot have more than 10 chunks") };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(3));

        Assert.Equal(3, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal("LIMIT_EXCEEDED", outcome.Error!.ErrorCode));
    }

    [Theory]
    [InlineData("""{"id":"001000000000001AAA","success":true}""")]
    [InlineData("""[{"id":"001000000000001AAA"}]""")]
    [InlineData("[null]")]
    [InlineData("[]")]
    public async Task ResultsThatAreNone_LeaveTheOutcomeOfAnInsertOpen(string body)
    {
        var org = new RecordingOrg { IsRest = true, BeforeAnswer = _ => Answers.Json(body) };

        var outcome = Assert.Single(await org.WriteAsync(Insert, Input.Accounts(1)));

        Assert.IsType<OutcomeUnknownException>(outcome.Error);
        Assert.Single(org.Writes);
    }
}
