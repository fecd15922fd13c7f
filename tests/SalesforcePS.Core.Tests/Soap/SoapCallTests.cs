using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Soap;

public sealed class SoapCallTests
{
    [Fact]
    public async Task UserInfo_IsReadFromARecordedAnswer()
    {
        var org = new FakeOrg { On = request => request.IsSoap ? Answers.Xml(ReferenceData.Read("recorded/soapforce-soap-xml/spec__fixtures__get_user_info_response.xml")) : null };

        using var connection = await org.ConnectAsync();

        Assert.Equal(("00DA0000000YpZ4MAK", "Developer"), (connection.User.OrganizationId, connection.User.OrganizationName));
    }

    [Fact]
    public async Task LimitInfoHeader_IsTheOrgsUsage()
    {
        using var connection = await new FakeOrg().ConnectAsync();

        Assert.Equal((7, 15000), (connection.Usage.OrgUsed, connection.Usage.OrgLimit));
    }

    [Fact]
    public async Task LimitInfoThatIsNoNumber_DoesNotSpoilTheAnswer()
    {
        var org = new FakeOrg { On = request => request.IsSoap ? Answers.Xml(SoapAnswers.UserInfo.Replace("15000", "many", StringComparison.Ordinal)) : null };

        using var connection = await org.ConnectAsync();

        Assert.Equal("ada@example.com", connection.User.UserName);
        Assert.Null(connection.Usage.OrgLimit);
    }

    [Theory]
    [InlineData("<html>proxy</html>")]
    [InlineData("")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    public async Task AnswerThatIsNoEnvelope_IsAProtocolError(string body)
    {
        var org = new FakeOrg { On = request => request.IsSoap ? Answers.Xml(body) : null };

        var wrong = await Assert.ThrowsAsync<ProtocolException>(() => org.ConnectAsync());

        Assert.StartsWith("Salesforce's SOAP answer could not be read: ", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("PROTOCOL_ERROR", wrong.ErrorCode);
    }

    [Fact]
    public async Task RenewedSession_GoesIntoTheEnvelopeToo()
    {
        var org = new RecordingOrg();
        org.BeforeAnswer = request => request.SessionId == "00D!token1" ? Answers.Fault("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session") : null;

        var outcome = Assert.Single(await org.WriteAsync(new WriteOptions(RecordOperation.Insert), Input.Of("Account", ("Name", "A"))));

        Assert.True(outcome.Success);
        Assert.Equal(["00D!token1", "00D!token2"], org.Writes.Select(request => request.SessionId));
    }

    [Fact]
    public async Task LineBreaksAndAngles_ArriveAsTheyAre()
    {
        var org = new RecordingOrg();
        const string text = "a\r\nb\nc\td <&> \"q\" 😀";

        await org.WriteAsync(new WriteOptions(RecordOperation.Insert), Input.Of("Account", ("Name", text)));

        Assert.Equal([text], Assert.Single(org.Writes).FieldValues("Name"));
    }
}
