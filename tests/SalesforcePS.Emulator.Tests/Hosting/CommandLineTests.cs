using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void NoArguments_MeanAFreePortAndNoFile()
    {
        var options = CommandLine.Parse([]);

        Assert.Equal(new EmulatorOptions { Port = 0, Database = ":memory:", DailyApiLimit = 100_000 }, options);
    }

    [Theory]
    [InlineData("--port", "8080", "--database", "org.db", "--daily-api-limit", "7", "--bulk-delay-ms", "0", "--stop-on-input-end")]
    [InlineData("--port=8080", "--database=org.db", "--daily-api-limit=7", "--bulk-delay-ms=0", "--stop-on-input-end")]
    public void Options_AreRead(params string[] arguments)
    {
        var options = CommandLine.Parse(arguments);

        Assert.Equal(new EmulatorOptions { Port = 8080, Database = "org.db", DailyApiLimit = 7, BulkDelay = 0, StopOnInputEnd = true }, options);
    }

    [Theory]
    [InlineData("Unknown option '--bogus'.", "--bogus")]
    [InlineData("Unknown option 'x'.", "x")]
    [InlineData("Option --port needs a value.", "--port")]
    [InlineData("Option --port needs a number from 0 to 65535, not '70000'.", "--port", "70000")]
    [InlineData("Option --daily-api-limit needs a number from 0 to 2147483647, not 'many'.", "--daily-api-limit", "many")]
    [InlineData("Option --schema: there is no file 'missing.json'.", "--schema", "missing.json")]
    public void BadOptions_SayWhatIsWrong(string message, params string[] arguments)
    {
        var error = Assert.Throws<CommandLineException>(() => CommandLine.Parse(arguments));

        Assert.Equal(message, error.Message);
    }
}
