using System.Net;
using System.Text;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class RecordCallTests
{
    private const string NilId = """<sf:Id xsi:nil="true"/>""";

    [Theory]
    [InlineData("ids")]
    [InlineData("id")]
    public async Task IdsToDelete_HaveEitherName(string element)
    {
        await using var server = await EmulatorServer.StartAsync();
        var (first, second) = (await server.CreateAsync("Account", new { Name = "A" }), await server.CreateAsync("Account", new { Name = "B" }));
        var ids = $"<{element}>{first}</{element}><{element}>{second}</{element}>";

        var deleted = await server.SoapAsync($"<delete>{ids}</delete>", isValid: element == "ids");
        var undeleted = await server.SoapAsync($"<undelete>{ids}</undelete>", isValid: element == "ids");

        Assert.Equal([first, second], deleted.Results.Select(result => result.Element(SoapAnswer.Partner + "id")!.Value));
        Assert.All(deleted.Results.Concat(undeleted.Results), result => Assert.Equal("true", result.Element(SoapAnswer.Partner + "success")!.Value));
        Assert.Equal(2, undeleted.Results.Count);
    }

    [Fact]
    public async Task CreateUpdateRetrieveDeleteUndelete_GoRound()
    {
        await using var server = await EmulatorServer.StartAsync();

        var id = await CreateAccountAsync(server, "<sf:Name>Größe &amp; Co</sf:Name><sf:Phone>1</sf:Phone>");
        var updated = await server.SoapAsync($"<update><sObjects><sf:type>Account</sf:type><sf:fieldsToNull>Phone</sf:fieldsToNull><sf:Id>{id}</sf:Id><sf:Site>HQ</sf:Site></sObjects></update>");
        var retrieved = await RetrieveAsync(server, "Id, Name, Phone, Site, IsDeleted", id);
        var deleted = await server.SoapAsync($"<delete><ids>{id}</ids></delete>");
        var gone = await RetrieveAsync(server, "Id", id);
        var undeleted = await server.SoapAsync($"<undelete><ids>{id}</ids></undelete>");

        AssertSuccess(updated, id);
        Assert.Equal([id, id], retrieved.Result.Elements(SoapAnswer.SObject + "Id").Select(element => element.Value));
        Assert.Equal("Größe & Co", retrieved.Result.Element(SoapAnswer.SObject + "Name")!.Value);
        Assert.Equal("true", retrieved.Result.Element(SoapAnswer.SObject + "Phone")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
        Assert.Equal("false", retrieved.Result.Element(SoapAnswer.SObject + "IsDeleted")!.Value);
        AssertSuccess(deleted, id);
        Assert.Equal("true", gone.Result.Attribute(SoapAnswer.Instance + "nil")!.Value);
        AssertSuccess(undeleted, id);
    }

    [Fact]
    public async Task LineBreaks_ComeOutAsTheyAreKept()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await CreateAccountAsync(server, "<sf:Name>A</sf:Name><sf:Description>x&#13;\ny\nz&#13;w</sf:Description>");

        var retrieved = await RetrieveAsync(server, "Description", id);

        Assert.Equal("x\r\ny\nz\rw", retrieved.Result.Element(SoapAnswer.SObject + "Description")!.Value);
    }

    [Fact]
    public async Task CreateWithoutIdElement_IsTakenAsOrgsTakeIt()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(
            """<create><sObjects xsi:type="sf:sObject"><type>Account</type><Name>A</Name></sObjects></create>""", isValid: false);

        Assert.Equal("true", Member(answer.Result, "success"));
    }

    [Fact]
    public async Task NilField_IsLeftAlone()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await CreateAccountAsync(server, "<sf:Name>A</sf:Name><sf:Phone>1</sf:Phone>");

        await server.SoapAsync($"""<update><sObjects><sf:type>Account</sf:type><sf:Id>{id}</sf:Id><sf:Phone xsi:nil="true"/></sObjects></update>""");

        var retrieved = await RetrieveAsync(server, "Phone", id);
        Assert.Equal("1", retrieved.Result.Element(SoapAnswer.SObject + "Phone")!.Value);
        Assert.Equal("true", retrieved.Result.Elements(SoapAnswer.SObject + "Id").Single().Attribute(SoapAnswer.Instance + "nil")!.Value);
    }

    [Fact]
    public async Task RefusedRecord_HasErrorsAndTheRestAreSaved()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync($"<create><sObjects><sf:type>Account</sf:type>{NilId}<sf:Name>A</sf:Name></sObjects><sObjects><sf:type>Account</sf:type>{NilId}</sObjects></create>");

        Assert.Equal(["true", "false"], answer.Results.Select(result => Member(result, "success")));
        var error = answer.Results[1].Element(SoapAnswer.Partner + "errors")!;
        Assert.Equal("REQUIRED_FIELD_MISSING", Member(error, "statusCode"));
        Assert.Equal("Required fields are missing: [Name]", Member(error, "message"));
        Assert.Equal("Name", Member(error, "fields"));
    }

    [Fact]
    public async Task AllOrNoneHeader_RollsTheGoodRecordsBack()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(
            $"<create><sObjects><sf:type>Account</sf:type>{NilId}<sf:Name>A</sf:Name></sObjects><sObjects><sf:type>Account</sf:type>{NilId}</sObjects></create>",
            "<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>");

        Assert.All(answer.Results, result => Assert.Equal("false", Member(result, "success")));
    }

    [Theory]
    [InlineData(" xsi:type=\"sf:sObject\"")]
    [InlineData("")]
    public async Task NestedReference_LinksByIdLookupFieldWithItsTypeDeclaredOrNot(string declaration)
    {
        await using var server = await EmulatorServer.StartAsync();
        var accountId = await CreateAccountAsync(server, "<sf:Name>Parent</sf:Name>");

        var answer = await server.SoapAsync(
            $"""<create><sObjects><sf:type>Contact</sf:type>{NilId}<sf:LastName>L</sf:LastName><sf:Account{declaration}> <sf:type>Account</sf:type><sf:Id>{accountId}</sf:Id></sf:Account></sObjects></create>""");

        var id = Member(answer.Result, "id");
        var contact = await server.GetAsync($"sobjects/Contact/{id}?fields=AccountId");
        Assert.Equal(accountId, contact.Json.GetProperty("AccountId").GetString());
    }

    [Fact]
    public async Task ReferenceInsideOfAReference_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(
            $"<create><sObjects><sf:type>Contact</sf:type>{NilId}<sf:LastName>L</sf:LastName><sf:Account><sf:Parent><sf:type>Account</sf:type></sf:Parent></sf:Account></sObjects></create>");

        Assert.Equal("unexpected element: {urn:sobject.partner.soap.sforce.com}type", answer.FaultText);
    }

    [Fact]
    public async Task UpsertById_TellsWhetherItCreated()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await CreateAccountAsync(server, "<sf:Name>A</sf:Name>");

        var answer = await server.SoapAsync(
            $"<upsert><externalIDFieldName>Id</externalIDFieldName><sObjects><sf:type>Account</sf:type><sf:Id>{id}</sf:Id><sf:Name>B</sf:Name></sObjects><sObjects><sf:type>Account</sf:type>{NilId}<sf:Name>C</sf:Name></sObjects></upsert>");

        Assert.Equal(["false", "true"], answer.Results.Select(result => Member(result, "created")));
    }

    [Fact]
    public async Task MoreThan200Records_FailTheWholeCall()
    {
        await using var server = await EmulatorServer.StartAsync();
        var records = new StringBuilder();
        for (var count = 0; count < 201; count++)
            records.Append($"<sObjects><sf:type>Account</sf:type>{NilId}<sf:Name>A</sf:Name></sObjects>");

        var answer = await server.SoapAsync($"<create>{records}</create>");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("EXCEEDED_ID_LIMIT: record limit reached. cannot submit more than 200 records into this call", answer.FaultText);
    }

    private static async Task<string> CreateAccountAsync(EmulatorServer server, string fields)
    {
        var answer = await server.SoapAsync($"<create><sObjects><sf:type>Account</sf:type>{NilId}{fields}</sObjects></create>");
        return Member(answer.Result, "id");
    }

    private static Task<SoapAnswer> RetrieveAsync(EmulatorServer server, string fields, string id) =>
        server.SoapAsync($"<retrieve><fieldList>{fields}</fieldList><sObjectType>Account</sObjectType><ids>{id}</ids></retrieve>");

    private static void AssertSuccess(SoapAnswer answer, string id)
    {
        Assert.Equal("true", Member(answer.Result, "success"));
        Assert.Equal(id, Member(answer.Result, "id"));
    }

    private static string Member(XElement element, string name) => element.Element(SoapAnswer.Partner + name)!.Value;
}
