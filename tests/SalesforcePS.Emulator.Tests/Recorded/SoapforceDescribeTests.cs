using SalesforcePS.Emulator.Tests.Support;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;
using static SalesforcePS.Emulator.Tests.Recorded.SoapShape;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class SoapforceDescribeTests
{
    [Fact]
    [Recorded(Soapforce + "describe_global_response.xml")]
    public async Task DescribeGlobal_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();
        var recorded = BodyOf("describe_global_response.xml").Descendants(SoapAnswer.Partner + "sobjects").First();

        var account = (await server.SoapAsync("<describeGlobal/>")).Result.Elements(SoapAnswer.Partner + "sobjects").First(item => item.Element(SoapAnswer.Partner + "name")!.Value == "Account");

        AssertSubsequence(Names(recorded), Names(account));
        foreach (var flag in new[] { "activateable", "createable", "custom", "deletable", "mergeable", "queryable", "retrieveable", "searchable", "undeletable", "updateable", "keyPrefix", "labelPlural" })
            Assert.Equal(recorded.Element(SoapAnswer.Partner + flag)!.Value, account.Element(SoapAnswer.Partner + flag)!.Value);
    }

    [Theory]
    [Recorded(Soapforce + "describe_s_object_response.xml")]
    [Recorded(Soapforce + "describe_s_objects_response.xml")]
    [InlineData("describeSObject", "describe_s_object_response.xml")]
    [InlineData("describeSObjects", "describe_s_objects_response.xml")]
    public async Task Describe_AnswersAsRecorded(string operation, string file)
    {
        await using var server = await EmulatorServer.StartAsync();

        AssertShape(file, await server.SoapAsync($"<{operation}><sObjectType>Opportunity</sObjectType></{operation}>"));
    }

    [Fact]
    [Recorded(Soapforce + "describe_layout_response.xml")]
    public async Task DescribeLayout_AnswersAsRecorded()
    {
        await using var server = await EmulatorServer.StartAsync();

        // Recorded without what is in it; the schema of the WSDL says what that is.
        AssertShape("describe_layout_response.xml", await server.SoapAsync("<describeLayout><sObjectType>Opportunity</sObjectType><layoutName xsi:nil=\"true\"/></describeLayout>"));
    }
}
