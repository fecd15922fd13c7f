using SalesforcePS.Core.Records;
using Xunit;

namespace SalesforcePS.Core.Tests.Records;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("001D000000IqhSLIAZ", "001D000000IqhSLIAZ")]
    [InlineData("001d000000iqhsliaz", "001D000000IqhSLIAZ")]
    [InlineData("001D000000IQHSLIAZ", "001D000000IqhSLIAZ")]
    [InlineData("A00ABCDEFGHIJKLY55", "a00ABCDEFGHIJKLY55")]
    [InlineData("001d000000iqhsl", "001d000000iqhsl")]
    [InlineData("", "")]
    public void IdOf18Characters_GetsTheCaseThatItsSuffixTells(string id, string restored) => Assert.Equal(restored, RecordId.RestoreCase(id));

    [Theory]
    [InlineData("a00ABCDEFGHIJKLY55", "a00", true)]
    [InlineData("A00ABCDEFGHIJKLY55", "a00", true)]
    [InlineData("A00ABCDEFGHIJKL", "a00", false)]
    [InlineData("001D000000IqhSLIAZ", null, true)]
    [InlineData("001D000000IqhSLIA", null, false)]
    [InlineData("001D00000-IqhSL", null, false)]
    public void Id_IsOfTheObjectWithItsPrefix(string id, string? keyPrefix, bool expected) => Assert.Equal(expected, RecordId.IsOf(id, keyPrefix));
}
