using SalesforcePS.Core.Soap;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Soap;

public sealed class RecordAnswerTests
{
    private const string Recorded = "recorded/soapforce-soap-xml/spec__fixtures__";

    [Theory]
    [InlineData("create_response.xml", "006A000000LbiizIAB")]
    [InlineData("update_response.xml", null)]
    [InlineData("delete_response.xml", "006A000000LbiizIAB")]
    public void RecordedSuccess_IsASuccess(string file, string? id)
    {
        var answer = Assert.Single(Read(ReferenceData.Read(Recorded + file)));

        Assert.True(answer.Success);
        Assert.Empty(answer.Errors);
        Assert.Equal(id ?? answer.Id, answer.Id);
    }

    [Fact]
    public void RecordedUpsert_SaysWhatWasCreated()
    {
        var answers = Read(ReferenceData.Read(Recorded + "upsert_response.xml"));

        Assert.All(answers, answer => Assert.True(answer.Success));
        Assert.Contains(answers, answer => answer.Created);
    }

    [Theory]
    [InlineData("create_response_failure.xml", "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id")]
    [InlineData("delete_response_failure.xml", "MALFORMED_ID", "bad id 006i000004DAKd")]
    public void RecordedRefusal_KeepsCodeAndMessage(string file, string code, string message)
    {
        var answer = Assert.Single(Read(ReferenceData.Read(Recorded + file)));

        Assert.False(answer.Success);
        Assert.Null(answer.Id);
        var error = Assert.Single(answer.Errors);
        Assert.Equal((code, message), (error.StatusCode, error.Message));
    }

    [Fact]
    public void SeveralErrors_AreAllKeptWithTheirFields()
    {
        var body = SoapAnswers.Results("create", [
            SoapAnswers.Refused("STRING_TOO_LONG", "too long", "Name") .Replace("<id ", "<errors><extendedErrorDetails><extendedErrorCode>X</extendedErrorCode></extendedErrorDetails><fields>A</fields><fields>B</fields><message>m</message><statusCode>INVALID_FIELD</statusCode></errors><id ", StringComparison.Ordinal),
            SoapAnswers.Saved("001000000000002AAA")]);

        var answers = Read(body);

        Assert.Equal(["STRING_TOO_LONG: too long [Name]", "INVALID_FIELD: m [A, B]"], answers[0].Errors.Select(error => error.ToString()));
        Assert.Equal("001000000000002AAA", answers[1].Id);
    }

    [Fact]
    public void ControlCharacterInAMessage_DoesNotCostTheOtherResults()
    {
        var answers = Read(SoapAnswers.Results("create", [SoapAnswers.Refused("FIELD_CUSTOM_VALIDATION_EXCEPTION", "no &#x1; no"), SoapAnswers.Saved("001000000000002AAA")]));

        Assert.Equal("no \u0001 no", Assert.Single(answers[0].Errors).Message);
        Assert.True(answers[1].Success);
    }

    [Fact]
    public void AnswerWithoutResults_IsEmpty() => Assert.Empty(Read(SoapAnswers.Envelope("<createResponse/>")));

    private static IReadOnlyList<RecordAnswer> Read(string message)
    {
        using var reader = SoapXml.CreateReader(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message)));
        reader.ReadToFollowing("Body", SoapNames.Envelope);
        reader.ReadStartElement();
        return RecordAnswerReader.Read(reader);
    }
}
