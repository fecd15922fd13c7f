using System.Text;
using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Import;

public sealed class ImportFileTests
{
    private readonly IngestOrg org = new();

    [Theory]
    [InlineData("Name;Phone\r\nA, B;1\r\n", ";", "\r\n")]
    [InlineData("Name\tPhone\nA, B\t1\n", "\t", "\n")]
    [InlineData("Name|Phone\nA, B|1", "|", "\n")]
    [InlineData("sep=;\nName;Phone\nA, B;1\n", ";", "\n")]
    public async Task Delimiter_IsDetectedAndKept(string csv, string delimiter, string lineBreak)
    {
        using var folder = new ImportFolder(csv);

        await org.ImportAsync(folder.Insert());

        Assert.Equal(["A, B"], org.Written);
        Assert.Equal($"Name{delimiter}Phone{delimiter}Id{delimiter}Created{delimiter}Error{lineBreak}A, B{delimiter}1{delimiter}{org.IdOf["A, B"]}{delimiter}true{delimiter}{lineBreak}", File.ReadAllText(folder.Success));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public async Task Encoding_IsHeededAndKeptWithItsMark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        using var folder = new ImportFolder("Name,Phone\nMüller \"ß\",1\n", encoding);

        await org.ImportAsync(folder.Insert() with { Encoding = hasMark ? null : encoding });

        Assert.Equal(["Müller \"ß\""], org.Written);
        var bytes = File.ReadAllBytes(folder.Success);
        Assert.Equal(encoding.Preamble.ToArray(), bytes[..encoding.Preamble.Length]);
        Assert.StartsWith("Name,Phone,Id,Created,Error\nMüller \"ß\",1,001", encoding.GetString(bytes[encoding.Preamble.Length..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByteThatIsWrongInTheEncoding_IsRefusedBeforeAnythingIsSent()
    {
        using var folder = new ImportFolder([.. Encoding.Unicode.Preamble, (byte)'N', 0, 0x00, 0xD8, (byte)'a', 0]);

        var refused = await Assert.ThrowsAsync<ImportException>(() => org.ImportAsync(folder.Insert()));

        Assert.Equal(ImportProblem.File, refused.Problem);
        Assert.Contains("-Encoding", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowThatIsNoUtf8_IsAnErrorRowWithItsBytes()
    {
        using var folder = new ImportFolder([.. "Name\nM"u8, 0xFC, .. "ller\nok\n"u8]);

        var result = await org.ImportAsync(folder.Insert());

        Assert.Equal(new ImportTally(1, 1, 1, 0), result.Tally);
        Assert.Contains("\nM\u00FCller,,false,INVALID_ROW: the row is not UTF-8", File.ReadAllText(folder.Error, Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CellsBeyondTheHeader_StayBehindTheError()
    {
        using var folder = new ImportFolder("Name,Phone\na,\"1\",\"x,y\",z\n");

        await org.ImportAsync(folder.Insert());

        Assert.Equal("a,\"1\",,false,\"INVALID_ROW: the row has 4 cells, the header has 2\",\"x,y\",z", File.ReadAllLines(folder.Error)[1]);
    }

    [Fact]
    public async Task QuoteThatIsNeverClosed_IsAnErrorRowThatHasTheRest()
    {
        using var folder = new ImportFolder("Name,Phone\na,1\nb,\"2\nc,3\n");

        var result = await org.ImportAsync(folder.Insert());

        Assert.Equal(["a"], org.Written);
        Assert.Equal(2, result.Tally.Total);
        Assert.StartsWith("Name,Phone,Id,Created,Error\nb,\"2\nc,3\n\",,false,INVALID_ROW: a cell", File.ReadAllText(folder.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextIsSentAsItIs_WithOurQuotes()
    {
        using var folder = new ImportFolder("Name,Phone,Industry\n\" a\"\"b \",\"1,\r\n2\",\"\"\n");

        await org.ImportAsync(folder.Insert());

        Assert.Equal("Name,Phone,Industry\n\" a\"\"b \",\"1,\r\n2\",\n", Upload());
    }

    [Fact]
    public async Task ClearBlank_ClearsBlankCellsAndLeavesTheKey()
    {
        using var folder = new ImportFolder("Name,Key__c,Phone\nx,,\n");
        var options = folder.Insert();

        await org.ImportAsync(options with { Write = new(RecordOperation.Upsert) { ExternalIdField = "Key__c", ClearBlank = true } });

        Assert.Equal("Name,Key__c,Phone\nx,,#N/A\n", Upload());
    }

    [Fact]
    public async Task HeaderAlone_MakesNoJobAndBothFiles()
    {
        using var folder = new ImportFolder("Name,Id\n");

        var result = await org.ImportAsync(folder.Insert() with { Mapping = new ImportMapping([new("Name", "Name")]) });

        Assert.Equal(0, org.Requests);
        Assert.Equal(0, result.Tally.Total);
        Assert.Equal("Name,Id,sf__Id,Created,Error\n", File.ReadAllText(folder.Success));
        Assert.Equal("Name,Id,sf__Id,Created,Error\n", File.ReadAllText(folder.Error));
    }

    [Fact]
    public async Task ResultsOfAnEarlierImport_AreOverwrittenByForceAlone()
    {
        using var folder = new ImportFolder("Name\na\n");
        await org.ImportAsync(folder.Insert());

        var refused = await Assert.ThrowsAsync<ImportException>(() => org.ImportAsync(folder.Insert()));
        await org.ImportAsync(folder.Insert() with { Force = true });

        Assert.Equal(ImportProblem.ResultsExist, refused.Problem);
        Assert.Equal(["a", "a"], org.Written);
    }

    [Fact]
    public async Task JobThatCannotBeMade_LeavesItsRowsInTheErrorFile()
    {
        using var folder = new ImportFolder("Name\na\nb\nc\n");
        org.Fake.OnAsync = (request, _) => Task.FromResult(
            request.Path.EndsWith("/jobs/ingest", StringComparison.Ordinal) && org.Jobs.Count == 1 ? Answers.Error(400, "EXCEEDED_QUOTA", "no batches left") : null);

        var result = await org.ImportAsync(folder.Insert(rowsPerJob: 1));

        Assert.Equal(new ImportTally(1, 1, 2, 0), result.Tally);
        Assert.Equal("EXCEEDED_QUOTA", result.Failure!.ErrorCode);
        Assert.Equal("c,,false,NOT_SENT: EXCEEDED_QUOTA: no batches left", File.ReadAllLines(folder.Error)[2]);
    }

    private string Upload() => org.Fake.Requests.Single(request => request.Method == HttpMethod.Put).Body;
}
