using System.Globalization;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Records;

public sealed class InvariantValueTests
{
    private static readonly string[] Cultures = ["en-US", "de-DE", "ar-SA"];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_IsWrittenInDigitsWhateverTheCulture(object number, string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(text, InvariantNumber.Format(number));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static TheoryData<object, string> Numbers => new()
    {
        { (sbyte)-5, "-5" },
        { byte.MaxValue, "255" },
        { ulong.MaxValue, "18446744073709551615" },
        { long.MinValue, "-9223372036854775808" },
        { 1.5, "1.5" },
        { -1234567.891, "-1234567.891" },
        { 1e21, "1000000000000000000000" },
        { -1.25e-5, "-0.0000125" },
        { 1.2345e19, "12345000000000000000" },
        { 123456789.125e10, "1234567891250000000" },
        { double.Epsilon, "0." + new string('0', 323) + "5" },
        { 1e-7f, "0.0000001" },
        { 3.5e10f, "35000000000" },
        { 79228162514264337593543950335m, "79228162514264337593543950335" },
        { 0.0000000000000000000000000001m, "0.0000000000000000000000000001" },
        { 1.10m, "1.10" },
        { System.Numerics.BigInteger.Pow(10, 30), "1" + new string('0', 30) },
    };

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void NumberWithoutDigits_IsRefused(object number) => Assert.Throws<FormatException>(() => InvariantNumber.Format(number));

    [Fact]
    public void LocalTime_IsTheInstantInItsZone()
    {
        var noon = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Unspecified);

        Assert.Equal("2026-07-01T12:00:00.000Z", InvariantTime.Instant(noon, TimeZoneInfo.Utc));
        Assert.Equal("2026-07-01T10:00:00.000Z", InvariantTime.Instant(noon, Zones.Berlin));
        Assert.Equal("2026-07-01T22:00:00.000Z", InvariantTime.Instant(noon, Zones.Honolulu));
        Assert.Equal("2026-06-30T22:00:00.000Z", InvariantTime.Instant(noon, Zones.Kiritimati));
        Assert.Equal("2026-07-01T06:15:00.000Z", InvariantTime.Instant(noon, Zones.Kathmandu));
    }

    [Theory]
    [InlineData("2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z")]
    [InlineData("2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z")]
    [InlineData("2026-10-25T01:59:59", "2026-10-24T23:59:59.000Z")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T01:30:00.000Z")]
    [InlineData("2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z")]
    public void HourThatTheClockSkipsOrRepeats_IsStandardTime(string local, string utc) =>
        Assert.Equal(utc, InvariantTime.Instant(DateTime.Parse(local, CultureInfo.InvariantCulture), Zones.Berlin));

    [Fact]
    public void EndsOfTheCalendar_StayInsideIt()
    {
        Assert.Equal("0001-01-01T00:00:00.000Z", InvariantTime.Instant(DateTime.MinValue, Zones.Kiritimati));
        Assert.Equal("9999-12-31T23:59:59.999Z", InvariantTime.Instant(DateTime.MaxValue, Zones.Honolulu));
    }

    [Fact]
    public void TimesOfAKind_AreNotOfTheZone()
    {
        Assert.Equal("2026-07-01T12:00:00.000Z", InvariantTime.Instant(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), Zones.Honolulu));
        Assert.Equal("2026-07-01T20:00:00.000Z", InvariantTime.Instant(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(-8))));
    }
}
