using SalesforcePS.Emulator.Querying;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class DoubleTextTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(100, "100.0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0001, "1.0E-4")]
    [InlineData(0.00012345, "1.2345E-4")]
    [InlineData(9999999, "9999999.0")]
    [InlineData(9999999.25, "9999999.25")]
    [InlineData(10000000, "1.0E7")]
    [InlineData(139000000, "1.39E8")]
    [InlineData(-123456789.125, "-1.23456789125E8")]
    [InlineData(1e21, "1.0E21")]
    [InlineData(1.5e-300, "1.5E-300")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    public void Number_IsPrintedAsJavaPrintsIt(double number, string expected) => Assert.Equal(expected, DoubleText.Format(number));
}
