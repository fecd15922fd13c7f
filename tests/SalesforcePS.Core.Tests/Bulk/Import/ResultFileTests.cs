using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Import;

public sealed class ResultFileTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("successfulResults")]
    [InlineData("failedResults")]
    public async Task ResultFileThatBreaksOff_IsReadAgainAndEachRowHasItsOneOutcome(string? file)
    {
        using var folder = new ImportFolder("Name\nsame\nbad\nother\nsame\nbad\nsame\nbad\nbad\n");
        var org = new IngestOrg { BreaksOff = file };

        var result = await org.ImportAsync(folder.Insert());

        Assert.Equal((4, 4), (result.Tally.Succeeded, result.Tally.Failed));
        var rows = File.ReadAllLines(folder.Success).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(["same", "other", "same", "same"], rows.Select(row => row[0]));
        Assert.Equal(4, rows.Select(row => row[1]).Distinct().Count());
        Assert.Equal(org.IdOf["other"], rows[1][1]);
        Assert.Equal(["bad", "bad", "bad", "bad"], File.ReadAllLines(folder.Error).Skip(1).Select(line => line.Split(',')[0]));
        Assert.Null(org.BreaksOff);
    }
}
