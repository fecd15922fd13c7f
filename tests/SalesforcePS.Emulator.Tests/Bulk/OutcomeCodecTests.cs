using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk;

public sealed class OutcomeCodecTests
{
    [Fact]
    public void Outcomes_ComeBackAsTheyWere()
    {
        SaveResult[] outcomes =
        [
            new("001gL000000001dQAA", true, true, []),
            new("001gL000000001dQAA", true, false, []),
            new(null, false, false, [new RecordError("A", "größer", ["F", "G"]), new RecordError("B", "", [])]),
            new("001gL000000001dQAA", false, false, [new RecordError("C", "c", [])]),
        ];

        var decoded = OutcomeCodec.Decode(OutcomeCodec.Encode(outcomes), outcomes.Length);

        Assert.Equal(outcomes.Select(Text), decoded.Select(Text));
    }

    [Fact]
    public void ErrorText_HasCodeMessageAndFieldsOfEachError() => Assert.Equal(
        "A:a:F, G --B:b:--",
        ErrorText.Of([new RecordError("A", "a", ["F", "G"]), new RecordError("B", "b", [])]));

    private static string Text(SaveResult outcome) =>
        $"{outcome.Id} {outcome.Success} {outcome.Created} {ErrorText.Of(outcome.Errors)}";
}
