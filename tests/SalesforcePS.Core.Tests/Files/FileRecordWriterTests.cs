using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Files;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Files;

public sealed class FileRecordWriterTests
{
    private const string VersionId = "068000000000001AAA";

    [Fact]
    public async Task SmallFiles_GoTogetherAsLongAsTheRequestHasRoom()
    {
        var org = Org();
        var megabyte = FileContent.FromBytes(new byte[1_000_000]);

        var outcomes = await WriteAsync(org, [.. Enumerable.Range(0, 60).Select(number => Version($"{number}.bin", megabyte))]);

        Assert.Equal(60, outcomes.Count(outcome => outcome.Success));
        var uploads = org.Requests.Where(request => request.IsCollection).ToList();
        Assert.Equal(2, uploads.Count);
        Assert.All(uploads, request => Assert.InRange(request.Body.Length, 0, 50 * 1024 * 1024));
    }

    [Fact]
    public async Task FileThatCannotBeRead_IsNoUnknownOutcome()
    {
        var path = Path.GetTempFileName();
        await System.IO.File.WriteAllTextAsync(path, "text");
        var content = FileContent.FromFile(path);
        System.IO.File.Delete(path);

        var outcome = Assert.Single(await WriteAsync(Org(), Version("x.txt", content)));

        Assert.Equal("FILE_UNREADABLE", outcome.Error!.ErrorCode);
    }

    [Fact]
    public async Task LinkThatIsRefused_IsAnErrorThatNamesTheFile()
    {
        var org = Org(link: """{"success":false,"errors":[{"statusCode":"FIELD_INTEGRITY_EXCEPTION","message":"no","fields":[]}]}""");

        var outcome = Assert.Single(await WriteAsync(org, new FileWriteOptions { ShareType = "C" }, Version("x.txt", FileContent.FromBytes([1]))));

        Assert.Equal("FIELD_INTEGRITY_EXCEPTION", outcome.Error!.ErrorCode);
        Assert.IsType<RecordException>(outcome.Error);
        Assert.Contains($"uploaded as {VersionId}, but not linked to 001", outcome.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(org.Requests, request => request.Path.EndsWith("/ContentVersion", StringComparison.Ordinal) && request.Body.Contains("FirstPublishLocationId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DocumentThatCannotBeFoundOut_LeavesTheUploadASuccess()
    {
        var org = Org();
        org.Query = null;

        var outcome = Assert.Single(await WriteAsync(org, Version("x.txt", FileContent.FromBytes([1]))));

        Assert.Equal((true, VersionId, null), (outcome.Success, outcome.Id, outcome.ContentDocumentId));
    }

    private static InputRecord Version(string name, FileContent content) => FileRecord.Version(name, name, content, "001000000000001AAA", null, null, null);

    private static FakeOrg Org(string link = """{"id":"06A000000000001AAA","success":true,"errors":[]}""") => new()
    {
        On = request => request switch
        {
            { IsCollection: true } when request.Body.Contains("ContentDocumentLink", StringComparison.Ordinal) => Answers.Json($"[{link}]"),
            { IsCollection: true } => Answers.Json($"[{string.Join(',', Enumerable.Repeat(Saved, request.Body.Split("binaryPartNameAlias").Length - 1))}]"),
            _ => request.Path.EndsWith("/sobjects/ContentVersion", StringComparison.Ordinal) ? Answers.Json(Saved, 201) : null,
        },
        Query = _ => $$"""{"totalSize":1,"done":true,"records":[{"Id":"{{VersionId}}","ContentDocumentId":"069000000000001AAA"}]}""",
    };

    private static string Saved => $$"""{"id":"{{VersionId}}","success":true,"errors":[]}""";

    private static Task<List<RecordOutcome>> WriteAsync(FakeOrg org, params InputRecord[] records) => WriteAsync(org, new FileWriteOptions(), records);

    private static async Task<List<RecordOutcome>> WriteAsync(FakeOrg org, FileWriteOptions options, params InputRecord[] records)
    {
        using var connection = await org.ConnectAsync();
        return await new FileRecordWriter(connection, options).WriteAsync(records.ToAsync()).ToListAsync();
    }
}
