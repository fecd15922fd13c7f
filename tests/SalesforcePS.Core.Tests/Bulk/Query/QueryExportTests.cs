using System.Net;
using System.Text;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class QueryExportTests
{
    private const string Soql = "SELECT Id, Name FROM Account";
    private const string Header = "\"Id\",\"Name\"";

    private static readonly string[] Pages =
    [
        $"{Header}\n\"1\",\"Ä\"\n\"2\",\"two\nlines\"\n",
        $"{Header}\n\"3\",\"a \"\"b\"\"\nc\"\n",
        $"{Header}\n\"4\",\"\"\n",
    ];

    private const string Whole = $"{Header}\n\"1\",\"Ä\"\n\"2\",\"two\nlines\"\n\"3\",\"a \"\"b\"\"\nc\"\n\"4\",\"\"\n";

    [Fact]
    public async Task Pages_BecomeOneFileWithOneHeader()
    {
        using var folder = new ExportFolder();

        var done = await folder.RunAsync(Org(), Soql);

        Assert.Equal((4, false), (done.Rows, done.IsResumed));
        Assert.Equal(Encoding.UTF8.GetBytes(Whole), await File.ReadAllBytesAsync(folder.Target));
        Assert.Equal(["out.csv"], folder.Files);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(25)]
    public async Task PageThatBreaksOff_LeavesNothingBehind(int bytes)
    {
        using var folder = new ExportFolder();
        var org = Org(onPage: (page, attempt) => page == 1 && attempt == 1 ? Broken(Pages[1], bytes) : null);

        await folder.RunAsync(org, Soql);

        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task ExportThatWasStopped_GoesOnWhereItWas(int rows)
    {
        using var folder = new ExportFolder();
        await folder.RunAsync(Org(), Soql, stopAfterRows: rows);
        Assert.Equal(["out.csv.partial", "out.csv.partial.json"], folder.Files);
        await File.AppendAllTextAsync(folder.Partial, "half a ro");
        var org = Org();

        var done = await folder.RunAsync(org, Soql);

        Assert.Equal((4, true), (done.Rows, done.IsResumed));
        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.DoesNotContain(org.JobRequests, request => request.Method == HttpMethod.Post);
        Assert.Empty(folder.Warnings);
        Assert.Equal(["out.csv"], folder.Files);
    }

    [Fact]
    public async Task StoppedWhileTheJobRan_WaitsForTheSameJob()
    {
        using var folder = new ExportFolder();
        await folder.RunAsync(Org(states: ["InProgress"]), Soql, stopAfterRows: 0);
        var org = Org();

        await folder.RunAsync(org, Soql);

        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.DoesNotContain(org.JobRequests, request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task JobThatIsGone_IsMadeAnewWithAWarning()
    {
        using var folder = new ExportFolder();
        await folder.RunAsync(Org(), Soql, stopAfterRows: 2);
        var org = Org();
        var answer = org.Fake.On!;
        org.Fake.On = request => request.Path == QueryOrg.Job && !org.JobRequests.Any(sent => sent.Method == HttpMethod.Post)
            ? Answers.Error(404, "NOT_FOUND", "The requested resource does not exist")
            : answer(request);

        var done = await folder.RunAsync(org, Soql);

        Assert.False(done.IsResumed);
        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.Equal(["The export starts anew: the earlier export's job 750000000000001AAA is gone."], folder.Warnings);
    }

    [Fact]
    public async Task AnotherQuery_StartsAnewWithAWarning()
    {
        using var folder = new ExportFolder();
        await folder.RunAsync(Org(), "SELECT Id, Name FROM Account LIMIT 4", stopAfterRows: 2);

        var done = await folder.RunAsync(Org(), Soql);

        Assert.False(done.IsResumed);
        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.StartsWith("The export starts anew: an earlier export to this file", Assert.Single(folder.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartialFileThatWasCut_StartsAnewWithAWarning()
    {
        using var folder = new ExportFolder();
        await folder.RunAsync(Org(), Soql, stopAfterRows: 2);
        await File.WriteAllTextAsync(folder.Partial, "\"Id\"");

        Assert.False((await folder.RunAsync(Org(), Soql)).IsResumed);
        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.Single(folder.Warnings);
    }

    [Fact]
    public async Task FewerRowsThanTheJobHas_IsAnErrorAndNoFile()
    {
        using var folder = new ExportFolder();

        var missing = await Assert.ThrowsAsync<ProtocolException>(() => folder.RunAsync(Org(processed: 5), Soql));

        Assert.Equal("ROWS_MISSING", missing.ErrorCode);
        Assert.False(File.Exists(folder.Target));
        Assert.False((await folder.RunAsync(Org(), Soql)).IsResumed);
    }

    [Fact]
    public async Task ExistingFile_StaysUnlessItIsToBeReplaced()
    {
        using var folder = new ExportFolder();
        await File.WriteAllTextAsync(folder.Target, "old");
        var org = Org();

        await Assert.ThrowsAsync<IOException>(() => folder.RunAsync(org, Soql));
        Assert.Empty(org.JobRequests);
        await folder.RunAsync(org, Soql, new ExportOptions(folder.Target) { Overwrite = true, Delimiter = "PIPE" });

        Assert.Equal(Whole, await File.ReadAllTextAsync(folder.Target));
        Assert.Equal("PIPE", org.Created.GetProperty("columnDelimiter").GetString());
    }

    [Fact]
    public async Task JobThatFails_IsAnErrorAndTheNextRunStartsAnew()
    {
        using var folder = new ExportFolder();

        var failed = await Assert.ThrowsAsync<SalesforceException>(() => folder.RunAsync(Org(states: ["Failed"]), Soql));

        Assert.Equal("JOB_FAILED", failed.ErrorCode);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task NoRows_GiveTheHeader()
    {
        using var folder = new ExportFolder();

        var done = await folder.RunAsync(new QueryOrg($"{Header}\n"), Soql);

        Assert.Equal(0, done.Rows);
        Assert.Equal($"{Header}\n", await File.ReadAllTextAsync(folder.Target));
    }

    private static QueryOrg Org(Func<int, int, HttpResponseMessage?>? onPage = null, string[]? states = null, int processed = 4) => new(Pages)
    {
        States = states ?? ["InProgress", "JobComplete"],
        Processed = processed,
        OnPage = (page, attempt) => onPage?.Invoke(page, attempt)
            ?? QueryOrg.Page(Pages[page], rows: page == 0 ? 2 : 1, locator: page == 2 ? "null" : $"{page + 1}"),
    };

    private static HttpResponseMessage Broken(string csv, int bytes)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(csv)[..bytes])) };
        answer.Headers.Add("Sforce-Locator", "2");
        return answer;
    }
}
