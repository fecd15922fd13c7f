using SalesforcePS.Emulator.Identity;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Identity;

public sealed class SalesforceIdTests
{
    [Theory]
    [InlineData("001D000000IqhSL", "001D000000IqhSLIAZ")]
    [InlineData("00Q000000000000", "00Q000000000000EAA")]
    [InlineData("a00ABCDEFGHIJKL", "a00ABCDEFGHIJKLY55")]
    public void ShortId_GetsItsChecksum(string shortId, string longId)
    {
        Assert.True(SalesforceId.TryNormalize(shortId, out var id));
        Assert.Equal(longId, id);
    }

    [Fact]
    public void LongId_IsTakenAsItIs()
    {
        Assert.True(SalesforceId.TryNormalize("001D000000IqhSLIAZ", out var id));
        Assert.Equal("001D000000IqhSLIAZ", id);
    }

    [Theory]
    [InlineData("001D000000IqhSLiaz")]
    [InlineData("001d000000iqhslIAZ")]
    [InlineData("001D000000IQHSLIAZ")]
    [InlineData("001d000000iqhsliaz")]
    public void LongIdInAnyCase_IsCorrectedByItsChecksum(string text)
    {
        Assert.True(SalesforceId.TryNormalize(text, out var id));
        Assert.Equal("001D000000IqhSLIAZ", id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("001D000000IqhS")]
    [InlineData("001D000000IqhSLIA")]
    [InlineData("001D000000IqhSLBAZ")]
    [InlineData("001D000000IqhSLIA9")]
    [InlineData("001D000000Iqh-L")]
    public void MalformedId_IsRefused(string? text) => Assert.False(SalesforceId.TryNormalize(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(987_654_321)]
    [InlineData(SalesforceId.MaximumKey)]
    public void SequenceNumber_GoesIntoAnIdAndBack(long key)
    {
        var id = SalesforceId.Create("001", key);
        Assert.Equal(SalesforceId.Length, id.Length);
        Assert.True(SalesforceId.TryNormalize(id, out var same));
        Assert.Equal(id, same);
        Assert.True(SalesforceId.TryGetKey(id, out var back));
        Assert.Equal(key, back);
    }

    [Fact]
    public void SequenceNumberBeyondNineDigits_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SalesforceId.Create("001", SalesforceId.MaximumKey + 1));

    [Fact]
    public void IdsOfGrowingNumbers_SortInTheSameOrder()
    {
        string[] ids = [.. new long[] { 9, 10, 35, 36, 61, 62, 4_000 }.Select(key => SalesforceId.Create("001", key)[..SalesforceId.ShortLength])];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void IdOfAnotherInstance_HasNoSequenceNumber() => Assert.False(SalesforceId.TryGetKey("001D000000IqhSLIAZ", out _));
}
