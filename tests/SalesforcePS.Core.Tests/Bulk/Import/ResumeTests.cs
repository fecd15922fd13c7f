using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Errors;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Import;

public sealed class ResumeTests : IDisposable
{
    private const string Csv = "Name,Phone\na,1\nb,2\nc,3\nbad,4\nragged\nd,5\nb,2\n\"e\nf\",6\ng,7\nh,8\n";
    private const string Successes = "Name,Phone,Id,Created,Error\na,1,*\nb,2,*\nc,3,*\nd,5,*\nb,2,*\n\"e\nf\",6,*\ng,7,*\nh,8,*\n";
    private const string Errors = "Name,Phone,Id,Created,Error\nbad,4,,false,STRING_TOO_LONG: too long [Name]\nragged,,,false,\"INVALID_ROW: the row has 1 cells, the header has 2\"\n";
    private static readonly string[] Names = ["a", "b", "b", "c", "d", "e\nf", "g", "h"];

    private readonly ImportFolder folder = new(Csv);
    private readonly IngestOrg org = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Every request of an import in four jobs, before and after the org has it.</summary>
    public static TheoryData<int, bool> Requests =>
        [.. from request in Enumerable.Range(1, 20) from afterwards in new[] { false, true } select (request, afterwards)];

    [Theory, MemberData(nameof(Requests))]
    public async Task ProcessKilledAtRequest_ResumeWritesEveryRowOnce(int request, bool afterwards)
    {
        org.KillAt = request;
        org.KillAfterwards = afterwards;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(Options()));

        org.KillAt = 0;
        var result = await org.ImportAsync(Options());

        AssertWrittenOnce(result);
        Assert.True(result.Resumed);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task ProcessKilledAgainAndAgain_EveryRowIsWrittenOnce(int jobsAtATime, bool afterwards)
    {
        ImportResult? result = null;
        org.KillAfterwards = afterwards;
        for (var run = 0; result is null; run++)
        {
            Assert.True(run < 200, "It does not get on.");
            org.KillAt = 3 + (run % (10 * jobsAtATime));
            try
            {
                result = await org.ImportAsync(Options(jobsAtATime));
            }
            catch (ProcessKilledException)
            {
            }
        }

        AssertWrittenOnce(result);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(9)]
    public async Task ProcessKilledWithValidation_ResumeSendsTheGoodRowsOnce(int request)
    {
        using var validated = new ImportFolder("Name,NumberOfEmployees\na,1\nx,few\nb,3\nc,4\ny,many\nd,6\n");
        var options = validated.Insert(rowsPerJob: 2, resumable: true);
        options = options with { Write = options.Write with { Validate = true } };
        org.KillAt = request;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(options));

        org.KillAt = 0;
        var result = await org.ImportAsync(options);

        Assert.Equal(["a", "b", "c", "d"], org.Written.Order(StringComparer.Ordinal));
        Assert.Equal(new ImportTally(4, 4, 2, 0), result.Tally);
        string[] refused = [.. File.ReadLines(validated.Error).Skip(1)];
        Assert.Equal(["x,few,,false,INVALID_TYPE_ON_FIELD_IN_RECORD: ", "y,many,,false,INVALID_TYPE_ON_FIELD_IN_RECORD: "], refused.Select(line => line[..(line.IndexOf(": ", StringComparison.Ordinal) + 2)]));
    }

    [Fact]
    public async Task ValidationThatWasNotThereBefore_IsRefused()
    {
        await KillAsync();

        await AssertRefusedAsync(Options() with { Write = Options().Write with { Validate = true } }, "another mapping");
    }

    [Fact]
    public async Task LineOfTheJournalTornByTheCrash_IsIgnored()
    {
        org.KillAt = 8;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(Options()));
        File.AppendAllText(folder.Journal, "{\"job\":{\"segm");

        org.KillAt = 0;
        AssertWrittenOnce(await org.ImportAsync(Options()));
    }

    [Fact]
    public async Task UnfinishedResultFilesGone_AreMadeAgainFromTheJobs()
    {
        org.KillAt = 12;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(Options()));
        File.Delete(folder.Success + ".partial");

        org.KillAt = 0;
        AssertWrittenOnce(await org.ImportAsync(Options()));
    }

    [Fact]
    public async Task CancelledMidway_StopsTheJobAndTheResumeSendsTheRest()
    {
        using var stop = new CancellationTokenSource();
        org.RowsBeforePoll = 1;
        org.Polled = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => org.ImportAsync(Options(), stop.Token));
        Assert.Equal("Aborted", org.Jobs.Values.Last().State);
        Assert.Equal(["a"], org.Written);

        (org.RowsBeforePoll, org.Polled) = (null, null);
        AssertWrittenOnce(await org.ImportAsync(Options()));
    }

    [Fact]
    public async Task Complete_IsToldAgainAndNothingIsSent()
    {
        var first = await org.ImportAsync(Options());

        var second = await org.ImportAsync(Options());

        Assert.Equal(0, org.Requests);
        Assert.Equal(first.Tally, second.Tally);
        Assert.Equal(first.JobIds, second.JobIds);
        AssertWrittenOnce(second);
    }

    [Fact]
    public async Task JobThatTheOrgNoLongerHas_HasUnknownOutcomes()
    {
        org.KillAt = 5;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(Options()));
        ((Dictionary<string, IngestJob>)org.Jobs).Clear();

        org.KillAt = 0;
        var result = await org.ImportAsync(Options());

        Assert.Equal(3, result.Tally.Unknown);
        Assert.Equal(10, result.Tally.Total);
        Assert.Contains("a,1,,false,\"OUTCOME_UNKNOWN: the org no longer has job", File.ReadAllText(folder.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileChangedSince_IsRefused()
    {
        await KillAsync();
        File.AppendAllText(folder.Input, "i,9\n");

        await AssertRefusedAsync(Options(), "as it was before it was changed");
    }

    [Fact]
    public async Task OtherMapping_IsRefused()
    {
        await KillAsync();

        await AssertRefusedAsync(Options() with { Mapping = new ImportMapping([new("Name", "Name")]) }, "another mapping");
    }

    [Fact]
    public async Task FileThatIsNoJournal_IsRefusedAndLeftAsItIs()
    {
        File.WriteAllText(folder.Journal, "my notes\n");

        await AssertRefusedAsync(Options(), "is no journal");

        Assert.Equal("my notes\n", File.ReadAllText(folder.Journal));
    }

    private async Task KillAsync()
    {
        org.KillAt = 6;
        await Assert.ThrowsAsync<ProcessKilledException>(() => org.ImportAsync(Options()));
        org.KillAt = 0;
    }

    private async Task AssertRefusedAsync(ImportOptions options, string why)
    {
        var refused = await Assert.ThrowsAsync<ImportException>(() => org.ImportAsync(options));
        Assert.Equal(ImportProblem.Journal, refused.Problem);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private ImportOptions Options(int jobsAtATime = 1)
    {
        var options = folder.Insert(rowsPerJob: 3, resumable: true);
        return options with { Write = options.Write with { ThrottleLimit = jobsAtATime } };
    }

    private void AssertWrittenOnce(ImportResult result)
    {
        Assert.Equal(Names, org.Written.Order(StringComparer.Ordinal));
        Assert.Equal(new ImportTally(8, 8, 2, 0), result.Tally);
        Assert.Equal(Successes, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(folder.Success), ",001[0-9]{15},true,\n", ",*\n"));
        Assert.Equal(Errors, File.ReadAllText(folder.Error));
        Assert.False(File.Exists(folder.Success + ".partial"));
    }
}
