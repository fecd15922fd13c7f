using System.Net;
using System.Net.Http.Headers;
using SalesforcePS.Core.Files;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Files;

public sealed class FileDownloaderTests
{
    private const string Body = "0123456789";

    // Of the ten digits.
    private const string Checksum = "781e5e245d69b566979b86e28d23f2c7";

    private static readonly StoredFile File = new("ContentDocument", "069000000000001AAA", "x.txt", Body.Length) { VersionId = "068000000000001AAA", Checksum = Checksum };

    [Fact]
    public async Task BrokenDownload_GoesOnWithARange()
    {
        var org = Answering(request => request.Headers.TryGetValue("Range", out var range)
            ? Part(range, "3456789", 3)
            : Answers.BrokenOff("012", "application/octetstream"));

        var outcome = await DownloadAsync(org, File);

        Assert.Equal(Body, Text(outcome));
    }

    [Fact]
    public async Task ServerWithoutRanges_GivesTheWholeFileAgain()
    {
        var isFirst = true;
        var org = Answering(_ =>
        {
            var answer = isFirst ? Answers.BrokenOff("012", "application/octetstream") : Answers.Json(Body);
            isFirst = false;
            return answer;
        });

        Assert.Equal(Body, Text(await DownloadAsync(org, File)));
    }

    [Fact]
    public async Task OtherBytes_AreAnError()
    {
        var outcome = await DownloadAsync(Answering(_ => Answers.Json("0123456780")), File);

        Assert.Equal("CHECKSUM_DIFFERS", outcome.Error!.ErrorCode);
        Assert.Null(outcome.Content);
    }

    [Fact]
    public async Task ShortAnswer_IsAnError()
    {
        var outcome = await DownloadAsync(Answering(_ => Answers.Json("012")), File with { Checksum = null });

        Assert.Equal("SIZE_DIFFERS", outcome.Error!.ErrorCode);
    }

    [Fact]
    public async Task RefusedDownload_IsAnErrorAndTheOthersGoOn()
    {
        var org = Answering(request => request.Path.Contains(File.VersionId!, StringComparison.Ordinal) ? Answers.Error(404, "NOT_FOUND", "gone") : Answers.Json(Body));

        var outcomes = await DownloadAllAsync(org, File, File with { VersionId = "068000000000002AAA" });

        Assert.Equal("NOT_FOUND", outcomes.Single(outcome => outcome.File == File).Error!.ErrorCode);
        Assert.Equal(Body, Text(outcomes.Single(outcome => outcome.File != File)));
    }

    private static FakeOrg Answering(Func<SentRequest, HttpResponseMessage> answer) =>
        new() { On = request => request.Path.EndsWith("/VersionData", StringComparison.Ordinal) ? answer(request) : null };

    private static HttpResponseMessage Part(string range, string text, long from)
    {
        Assert.Equal($"bytes={from}-", range);
        var answer = Answers.Json(text, (int)HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + text.Length - 1, from + text.Length);
        return answer;
    }

    private static async Task<DownloadOutcome> DownloadAsync(FakeOrg org, StoredFile file) => Assert.Single(await DownloadAllAsync(org, file));

    private static async Task<List<DownloadOutcome>> DownloadAllAsync(FakeOrg org, params StoredFile[] files)
    {
        using var connection = await org.ConnectAsync();
        var requests = files.Select(file => new DownloadRequest(file, file)).ToAsync();
        return await new FileDownloader(connection, new DownloadOptions()).DownloadAsync(requests).ToListAsync();
    }

    private static string Text(DownloadOutcome outcome) => System.Text.Encoding.ASCII.GetString(outcome.Content!);
}
