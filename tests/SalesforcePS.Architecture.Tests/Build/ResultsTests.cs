using SalesforcePS.Build;
using SalesforcePS.Build.Shell;
using SalesforcePS.Build.Testing;

namespace SalesforcePS.Architecture.Tests.Build;

public sealed class ResultsTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "results.xml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Fact]
    public void NestedSuites_AreCountedToTheirCases()
    {
        File.WriteAllText(file, """
            <testsuites>
              <testcase name="good"/>
              <testsuite name="inner">
                <testcase name="bad"><failure message="1 == 2">at line 7</failure></testcase>
                <testcase name="later"><skipped/></testcase>
              </testsuite>
            </testsuites>
            """);

        Assert.Equal(new SuiteResult(1, 1, 1, "FAILED bad\n  1 == 2\n  at line 7"), JUnitReport.Read(file));
    }

    [Fact]
    public void BrokenOffFile_GivesNoResult()
    {
        File.WriteAllText(file, "<testsuites><testcase");

        Assert.Null(JUnitReport.Read(file));
    }

    [Fact]
    public async Task CommandThatLeavesNoResults_IsOneFailure()
    {
        var (result, _) = await new SuiteCommand(Command.Dotnet(Path.GetTempPath(), "--version"), file).RunAsync();

        Assert.Equal("0 passed, 1 failed, 0 skipped", result.ToString());
        Assert.StartsWith("Left no results (exit code 0).", result.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownProgram_IsNamedWithTheRemedy()
    {
        var error = await Assert.ThrowsAsync<BuildException>(
            () => new Command("no-such-program", [], Path.GetTempPath()).RunAsync());

        Assert.StartsWith("Cannot start 'no-such-program'", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Install it and put it on PATH.", error.Message, StringComparison.Ordinal);
    }
}
