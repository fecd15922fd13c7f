using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class SoapSearchTests
{
    [Fact]
    public async Task Search_GivesRecordsAsTheWsdlSays()
    {
        await using var org = await SearchOrg.StartAsync();
        var id = await org.Server.CreateAsync("Account", new { Name = "Acme", Description = "the acme" });
        var answer = await org.Server.SoapAsync("<search><searchString>FIND {acme} RETURNING Account(Id, Name, Description) WITH HIGHLIGHT WITH METADATA = 'LABELS'</searchString></search>");
        var record = Assert.Single(answer.Result.Elements(SoapAnswer.Partner + "searchRecords")).Element(SoapAnswer.Partner + "record")!;
        Assert.Equal(["Account", id, id, "Acme", "the acme"], record.Elements().Select(element => element.Value));
        Assert.Equal(["Name<mark>Acme</mark>", "Descriptionthe <mark>acme</mark>"], answer.Result.Descendants(SoapAnswer.Partner + "wholeFields").Select(field => field.Value));
        Assert.Equal("Account", answer.Result.Descendants(SoapAnswer.Partner + "entityName").Single().Value);
    }

    [Fact]
    public async Task NothingFound_GivesNoRecords()
    {
        await using var org = await SearchOrg.StartAsync();
        var answer = await org.Server.SoapAsync("<search><searchString>FIND {acme}</searchString></search>");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Result.Elements(SoapAnswer.Partner + "searchRecords"));
    }

    [Fact]
    public async Task WrongStatement_IsAFaultWithItsPlace()
    {
        await using var org = await SearchOrg.StartAsync();
        var answer = await org.Server.SoapAsync("<search><searchString>FIND {name} IN ALL TYPE</searchString></search>");
        Assert.Equal("sf:MALFORMED_SEARCH", answer.FaultCode);
        Assert.Equal("MalformedSearchFault", answer.FaultDetail.Name.LocalName);
        Assert.Equal(("1", "19"), (answer.FaultDetail.Element(SoapAnswer.Fault + "row")!.Value, answer.FaultDetail.Element(SoapAnswer.Fault + "column")!.Value));
    }
}
