using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class DescribeCallTests
{
    [Fact]
    public async Task DescribeOfEveryType_FitsTheWsdl()
    {
        await using var server = await EmulatorServer.StartAsync();
        var names = server.Org.Schema.Types.Select(type => type.Name).ToArray();

        var answer = await server.SoapAsync($"<describeSObjects>{string.Concat(names.Select(name => $"<sObjectType>{name}</sObjectType>"))}</describeSObjects>");

        Assert.Equal(names, answer.Results.Select(result => result.Element(SoapAnswer.Partner + "name")!.Value));
    }

    [Fact]
    public async Task DescribeSObject_TellsFieldsAndChildren()
    {
        await using var server = await EmulatorServer.StartAsync();

        var result = (await server.SoapAsync("<describeSObject><sObjectType>account</sObjectType></describeSObject>")).Result;

        var name = result.Elements(SoapAnswer.Partner + "fields").Single(field => field.Element(SoapAnswer.Partner + "name")!.Value == "Name");
        Assert.Equal("xsd:string", name.Element(SoapAnswer.Partner + "soapType")!.Value);
        Assert.Contains(result.Elements(SoapAnswer.Partner + "childRelationships"), child => child.Element(SoapAnswer.Partner + "relationshipName")?.Value == "Contacts");
    }

    [Fact]
    public async Task DescribeGlobal_ListsEveryType()
    {
        await using var server = await EmulatorServer.StartAsync();

        var result = (await server.SoapAsync("<describeGlobal/>")).Result;

        Assert.Equal(server.Org.Schema.Types.Count, result.Elements(SoapAnswer.Partner + "sobjects").Count());
    }

    [Fact]
    public async Task UnknownType_IsAnInvalidSObjectFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync("<describeSObject><sObjectType>Nothing</sObjectType></describeSObject>");

        Assert.Equal("sf:INVALID_TYPE", answer.FaultCode);
        Assert.Equal(SoapAnswer.Fault + "InvalidSObjectFault", answer.FaultDetail.Name);
    }
}
