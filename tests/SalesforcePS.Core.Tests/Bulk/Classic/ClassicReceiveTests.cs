using System.IO.Compression;
using System.Text;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicReceiveTests
{
    private const string CsvRequest = "Name,Site,Parent.Key__c\n\"A, \"\"1\"\"\nsecond line\",,K1\nA2,#N/A,\n";
    private const string CsvResults = "\"Id\",\"Success\",\"Created\",\"Error\"\n\"001A\",\"true\",\"true\",\"\"\n\"\",\"false\",\"false\",\"STRING_TOO_LONG:too long:Name --\"\n";
    private const string XmlRequest = """
        <sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <sObject><Name>A, "1"&#10;second line</Name><Parent><sObject><type>Account</type><Key__c>K1</Key__c></sObject></Parent></sObject>
        <sObject><type>Account</type><Name>A2</Name><Site xsi:nil="true"/></sObject></sObjects>
        """;
    private const string XmlResults = """
        <results xmlns="http://www.force.com/2009/06/asyncapi/dataload"><result><id>001A</id><success>true</success><created>true</created></result>
        <result><errors><fields>Name</fields><message>too long</message><statusCode>STRING_TOO_LONG</statusCode></errors><success>false</success><created>false</created></result></results>
        """;
    private const string JsonRequest = """[{"Name":"A, \"1\"\nsecond line","Parent":{"attributes":{"type":"Account"},"Key__c":"K1"}},{"Name":"A2","Site":null}]""";
    private const string JsonResults = """
        [{"success":true,"created":true,"id":"001A","errors":[]},
        {"success":false,"created":false,"id":null,"errors":[{"message":"too long","fields":["Name"],"statusCode":"STRING_TOO_LONG","extendedErrorDetails":null}]}]
        """;

    [Theory]
    [InlineData("CSV", CsvRequest, CsvResults)]
    [InlineData("XML", XmlRequest, XmlResults)]
    [InlineData("JSON", JsonRequest, JsonResults)]
    [InlineData("ZIP_CSV", CsvRequest, CsvResults)]
    [InlineData("ZIP_XML", XmlRequest, XmlResults)]
    [InlineData("ZIP_JSON", JsonRequest, JsonResults)]
    public async Task Rows_ComeOnceEachAsTheyWereSentWithTheirResults(string contentType, string request, string results)
    {
        var job = new ForeignJob { ContentType = contentType, Batches = [new(contentType[0] == 'Z' ? Zip("request.txt", request) : Utf8(request), ("result", results)) { Processed = 2, Failed = 1 }] };

        var rows = await ReceiveAsync(job);

        Assert.Equal(["A, \"1\"\nsecond line", "A2"], rows.Select(row => Cell(row, "Name")));
        Assert.Equal("K1", Cell(rows[0], "Parent.Key__c"));
        Assert.Equal(("001A", true, null), (rows[0].Id, rows[0].Created, rows[0].Error));
        var error = Assert.IsType<RecordException>(rows[1].Error);
        Assert.Equal((null, false, "STRING_TOO_LONG", "Name"), (rows[1].Id, rows[1].Created, error.ErrorCode, Assert.Single(error.Fields)));
    }

    [Fact]
    public async Task Batches_ComeInTheirOrderAndThoseWithoutResultsGiveEachRowTheirOwnMessage()
    {
        var job = new ForeignJob
        {
            Batches =
            [
                new(Utf8("Name\nA\n"), ("result", Saved("001A"))) { Processed = 1 },
                new(Utf8("Nme\nB\nC\n")) { State = "Failed", Message = "InvalidBatch : Field name not found : Nme" },
                new(Utf8("Name\nD\n")) { State = "NotProcessed" },
            ],
        };

        var rows = await ReceiveAsync(job);

        Assert.Equal(["A", "B", "C", "D"], rows.Select(row => row.Cells[0].Value));
        Assert.Equal([null, "InvalidBatch", "InvalidBatch", "NOT_PROCESSED"], rows.Select(row => row.Error?.ErrorCode));
        Assert.Equal(["Nme"], rows[1].Error!.Fields);
    }

    [Fact]
    public async Task ResultsThatAreTooFewOrNotGiven_LeaveTheirOwnRowsUnknown()
    {
        var job = new ForeignJob
        {
            Batches =
            [
                new(Utf8("Name\nA\nB\n"), ("result", Saved("001A"))) { Processed = 2 },
                new(Utf8("Name\nC\n")) { State = "Failed", Processed = 1 },
                new(Utf8("Name\nD\n"), ("result", Saved("001D"))) { Processed = 1 },
            ],
        };

        var rows = await ReceiveAsync(job);

        Assert.Equal([true, true, true, false], rows.Select(row => row.Error is OutcomeUnknownException));
        Assert.Equal("001D", rows[3].Id);
    }

    [Theory]
    [InlineData("JSON", "[{\"Name\":")]
    [InlineData("JSON", "[{\"\":1}]")]
    [InlineData("XML", "<sObjects><sObject>")]
    [InlineData("XML", "<records/>")]
    [InlineData("ZIP_CSV", "no zip file")]
    public async Task BatchThatNobodyCanRead_IsOneRowWithTheBatchsError(string contentType, string request)
    {
        var job = new ForeignJob { ContentType = contentType, Batches = [new(Utf8(request)) { State = "Failed", Message = "InvalidBatch : Failed to parse" }] };

        var row = Assert.Single(await ReceiveAsync(job));

        Assert.Empty(row.Cells);
        Assert.Equal("InvalidBatch", row.Error!.ErrorCode);
    }

    [Fact]
    public async Task ZipWithoutRecords_IsMalformed()
    {
        var job = new ForeignJob { ContentType = "ZIP_CSV", Batches = [new(Zip("folder/request.txt", CsvRequest), ("result", CsvResults)) { Processed = 2 }] };

        Assert.Contains("request.txt", (await Assert.ThrowsAsync<ProtocolException>(() => ReceiveAsync(job))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentTypeThatIsNotKnown_IsRefusedByName()
    {
        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReceiveAsync(new ForeignJob { ContentType = "AVRO" }));

        Assert.Equal("CONTENT_TYPE_NOT_SUPPORTED", error.ErrorCode);
        Assert.Contains("AVRO", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Open", "Completed", "is Open:")]
    [InlineData("Closed", "Queued", "is Closed with 1 batches under way:")]
    public async Task JobThatIsNotDone_HasNoResultsYet(string state, string batch, string told)
    {
        var job = new ForeignJob { State = state, Batches = [new([]) { State = batch }] };

        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReceiveAsync(job));

        Assert.Equal("JOB_NOT_DONE", error.ErrorCode);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private static Task<List<ReceivedRow>> ReceiveAsync(ForeignJob job) => job.ReadAsync((jobs, found) => jobs.ReadResultsAsync(found));

    private static string? Cell(ReceivedRow row, string name) => row.Cells.Single(cell => cell.Key == name).Value;

    private static string Saved(string id) => $"\"Id\",\"Success\",\"Created\",\"Error\"\n\"{id}\",\"true\",\"true\",\"\"\n";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(string name, string content)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open())
            entry.Write(Utf8(content));
        return buffer.ToArray();
    }
}
