using System.Text;
using SalesforcePS.Emulator.Bulk;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk;

public sealed class CsvSliceTests
{
    private const string Csv = "\"a\",\"1\n2\"\n\"b \"\"\n\",\"\"\n\"c\",\"\"\r\n";

    [Theory]
    [InlineData(0, 1, "\"a\",\"1\n2\"\n")]
    [InlineData(1, 2, "\"b \"\"\n\",\"\"\n")]
    [InlineData(1, 3, "\"b \"\"\n\",\"\"\n\"c\",\"\"\r\n")]
    [InlineData(3, 3, "")]
    public void Rows_EndOutsideOfQuotes(int first, int end, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CsvSlice.Rows(Encoding.UTF8.GetBytes(Csv), first, end).Span));
}
