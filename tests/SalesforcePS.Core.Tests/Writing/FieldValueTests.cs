using System.Globalization;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Writing;

public sealed class FieldValueTests
{
    private static readonly FieldValueEncoder Encoder = new(Zones.Berlin);

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_IsWrittenWhateverTheCulture(FieldType type, object? value, string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "en-US", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(text, Encoder.Encode("Field", type, value));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static TheoryData<FieldType, object?, string> Values => new()
    {
        { FieldType.String, null, "" },
        { FieldType.String, " as it is ", " as it is " },
        { FieldType.String, 'x', "x" },
        { FieldType.String, true, "true" },
        { FieldType.String, DayOfWeek.Friday, "Friday" },
        { FieldType.String, Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { FieldType.Url, new Uri("https://example.com/a?b=c"), "https://example.com/a?b=c" },
        { FieldType.Url, new Uri("https://example.com/a%20b?c=%C3%A9"), "https://example.com/a%20b?c=%C3%A9" },
        { FieldType.String, new Version(1, 2), "1.2" },
        { FieldType.Double, " 1.5E3 ", "1500" },
        { FieldType.Currency, "1,5", "1,5" },
        { FieldType.Double, ".5", "0.5" },
        { FieldType.Double, "1e-30", "0.000000000000000000000000000001" },
        { FieldType.Currency, "+1234567890123456.78", "1234567890123456.78" },
        { FieldType.Int, "5.00", "5" },
        { FieldType.Boolean, 1, "true" },
        { FieldType.Boolean, "Yes", "true" },
        { FieldType.Boolean, " off ", "false" },
        { FieldType.Boolean, "maybe", "maybe" },
        { FieldType.Boolean, false, "false" },
        { FieldType.Double, 1e-7, "0.0000001" },
        { FieldType.Double, 1e21, "1000000000000000000000" },
        { FieldType.Currency, 1234.50m, "1234.50" },
        { FieldType.Currency, -0.1f, "-0.1" },
        { FieldType.Int, 5.00m, "5" },
        { FieldType.Int, 5.0, "5" },
        { FieldType.Int, 5.5m, "5.5" },
        { FieldType.Long, long.MaxValue, "9223372036854775807" },
        { FieldType.Base64, new byte[] { 1, 2, 255 }, "AQL/" },
        { FieldType.MultiPicklist, new[] { "a", "b" }, "a;b" },
        { FieldType.MultiPicklist, Array.Empty<string>(), "" },
        { FieldType.MultiPicklist, new List<object> { 1, "b" }, "1;b" },
        { FieldType.Time, new TimeSpan(0, 9, 5, 0, 250), "09:05:00.250Z" },
        { FieldType.Time, new TimeOnly(23, 59, 59), "23:59:59.000Z" },
        { FieldType.Reference, new RecordClassCache().Get("Account", ["Id"]).Create(["001000000000001AAA"]), "001000000000001AAA" },
        { FieldType.Date, new DateOnly(2026, 3, 29), "2026-03-29" },
        { FieldType.DateTime, new DateOnly(2026, 7, 1), "2026-06-30T22:00:00.000Z" },
        { FieldType.DateTime, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Unspecified), "2026-06-30T22:00:00.000Z" },
        { FieldType.DateTime, new DateTime(2026, 1, 1, 12, 30, 15, 999, DateTimeKind.Utc), "2026-01-01T12:30:15.999Z" },
        { FieldType.DateTime, new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(9)), "2025-12-31T16:00:00.000Z" },
        { FieldType.DateTime, DateTime.MinValue, "0001-01-01T00:00:00.000Z" },
    };

    [Fact]
    public void DateField_TakesTheCalendarDateInEveryZone()
    {
        foreach (var zone in new[] { Zones.Honolulu, Zones.Berlin, Zones.Kathmandu, Zones.Kiritimati })
        {
            var encoder = new FieldValueEncoder(zone);
            foreach (var hour in new[] { 0, 2, 12, 23 })
            {
                Assert.Equal("2026-03-29", encoder.Encode("F", FieldType.Date, new DateTime(2026, 3, 29, hour, 30, 0, DateTimeKind.Unspecified)));
                Assert.Equal("2026-10-25", encoder.Encode("F", FieldType.Date, new DateTime(2026, 10, 25, hour, 30, 0, DateTimeKind.Local)));
                Assert.Equal("2026-10-25", encoder.Encode("F", FieldType.Date, new DateTime(2026, 10, 25, hour, 30, 0, DateTimeKind.Utc)));
                Assert.Equal("2026-01-31", encoder.Encode("F", FieldType.Date, new DateTimeOffset(2026, 1, 31, hour, 30, 0, TimeSpan.FromHours(-11))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void ValueThatNoFieldHolds_IsRefusedByName(FieldType type, object value, string why)
    {
        var refused = Assert.Throws<RecordException>(() => Encoder.Encode("Rating__c", type, value));

        Assert.Equal("INVALID_VALUE", refused.ErrorCode);
        Assert.Contains("The property 'Rating__c' ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Rating__c"], refused.Fields);
    }

    public static TheoryData<FieldType, object, string> Unusable => new()
    {
        { FieldType.Double, double.NaN, "not a finite number" },
        { FieldType.Double, float.NaN, "not a finite number" },
        { FieldType.Time, TimeSpan.FromHours(24), "not a time of day" },
        { FieldType.Time, TimeSpan.FromMinutes(-1), "not a time of day" },
        { FieldType.String, new[] { "a" }, "is a list, which only a multi-select picklist takes" },
        { FieldType.String, new Dictionary<string, string>(), "is a table of names and values" },
        { FieldType.String, new object(), "is a Object" },
        { FieldType.Reference, new RecordClassCache().Get("Account", ["Name"]).Create(["A"]), "is a Account record without its Id" },
        { FieldType.String, "a\u0001b", "has the character U+0001 at position 2" },
        { FieldType.String, "a\uD800b", "has the character U+D800 at position 2" },
        { FieldType.String, "\uFFFE", "has the character U+FFFE at position 1" },
        { FieldType.Boolean, "\u0002", "has the character U+0002 at position 1" },
        { FieldType.MultiPicklist, new[] { "a", "\u0003" }, "has the character U+0003 at position 3" },
        { FieldType.String, '\0', "has the character U+0000 at position 1" },
    };
}
