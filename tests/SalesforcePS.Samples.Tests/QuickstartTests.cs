using System.Text.RegularExpressions;
using SalesforcePS.Build;
using SalesforcePS.Build.Shell;
using Xunit;

namespace SalesforcePS.Samples.Tests;

public sealed partial class QuickstartTests
{
    private const string StockIndexMapping =
        "CompanyKey__c=Symbol; Name=Security; TickerSymbol=Symbol; Industry=GICS Sector; SicDesc=GICS Sub-Industry; "
        + "Site=Headquarters Location; AccountNumber=CIK; CustomerSince__c=Date added";

    private static readonly Repository Repository = Repository.Find();
    private static readonly string StockIndex = Repository.At("..", "shared", "data", "sp500.csv");

    public static bool HasStockIndex => File.Exists(StockIndex);

    [Fact]
    public async Task OwnFile_GoesInAndOutAgain() =>
        AssertCounts(await RunAsync(), 1, 1000, 3000, 1000, 100, 1, 1, 3001, 1000, 0);

    [Fact(SkipUnless = nameof(HasStockIndex), Skip = "The file beside the repository is not here.")]
    public async Task OtherFileByMapping_GoesInAndOutAgain() =>
        AssertCounts(await RunAsync("-Path", StockIndex, "-Mapping", StockIndexMapping), 1, 503, 1509, 503, 100, 1, 1, 1510, 503, 0);

    [Fact]
    public async Task ColumnThatTheFileDoesNotHave_EndsWithItsName()
    {
        var result = await RunAsync("-Mapping", "CompanyKey__c=Key; Name=Firm");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'Firm'", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatIsNotUnique_EndsWithTheRefusal()
    {
        var result = await RunAsync("-Mapping", "CompanyKey__c=Country; Name=Company");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("DUPLICATE_VALUE", result.Output, StringComparison.Ordinal);
    }

    private static void AssertCounts(CommandResult result, params int[] records)
    {
        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(records, StepLine().Matches(result.Output).Select(match => int.Parse(match.Groups[1].Value, null)));
    }

    private static Task<CommandResult> RunAsync(params string[] arguments) =>
        Command.Dotnet(Repository.Root, [Repository.BuildOutput("Quickstart", "Quickstart.dll"), .. arguments])
            .CaptureAsync(TimeSpan.FromMinutes(1));

    [GeneratedRegex(@"^\w.*? (\d+) +\d+ +\d+ +[\d.]+\r?$", RegexOptions.Multiline)]
    private static partial Regex StepLine();
}
