using System.Text;
using SalesforcePS.Core.Bulk.Query;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class RowCounterTests
{
    [Theory]
    [InlineData("", 0, false)]
    [InlineData("a,b\n", 1, false)]
    [InlineData("a,b\n1,2", 1, true)]
    [InlineData("\"a\",\"b\"\n\"1\n2\",\"x\"\"\n\"\"y\"\n", 2, false)]
    [InlineData("\"a\n", 0, true)]
    public void Lines_AreCountedHoweverTheBytesAreCut(string csv, int lines, bool isInLine)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        for (var size = 1; size <= bytes.Length + 1; size++)
        {
            var counter = new RowCounter();
            foreach (var piece in bytes.Chunk(size))
                counter.Count(piece);

            Assert.Equal((lines, isInLine), (counter.Lines, counter.IsInLine));
        }
    }

    [Fact]
    public void EndOfTheFirstLine_IsFoundOnce()
    {
        var counter = new RowCounter();

        Assert.Equal(-1, counter.Count("\"a\n"u8));
        Assert.Equal(5, counter.Count("b\",c\nd\n"u8));
        Assert.Equal(-1, counter.Count("e\n"u8));
    }
}
