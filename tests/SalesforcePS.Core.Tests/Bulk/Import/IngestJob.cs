using CsvHelper;

namespace SalesforcePS.Core.Tests.Bulk.Import;

/// <summary>A Bulk 2.0 job of the test's org.</summary>
internal sealed class IngestJob(string id, string operation)
{
    public string Id => id;

    public string State { get; set; } = "Open";

    public string[] Columns { get; private set; } = [];

    /// <summary>The rows that have not been worked on.</summary>
    public Queue<string[]> Waiting { get; } = new();

    public List<string> Successes { get; } = [];

    public List<string> Failures { get; } = [];

    public void Upload(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',' });
        while (reader.Read())
            Waiting.Enqueue([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        Columns = [.. reader.Headers];
    }

    /// <summary>Only who asks for the job is told its counts.</summary>
    public string Json(bool withCounts)
    {
        var counts = withCounts ? $",\"jobType\":\"V2Ingest\",\"numberRecordsProcessed\":{Successes.Count + Failures.Count},\"numberRecordsFailed\":{Failures.Count}" : "";
        return $$"""{"id":"{{id}}","operation":"{{operation}}","object":"Account","state":"{{State}}"{{counts}}}""";
    }

    /// <summary>A result file; its rows come backwards, since their order means nothing.</summary>
    public string Results(string file) => file switch
    {
        "successfulResults" => Csv(["sf__Id", "sf__Created"], Successes),
        "failedResults" => Csv(["sf__Id", "sf__Error"], Failures),
        _ => Csv([], Waiting.Select(Line)),
    };

    public static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private string Csv(string[] own, IEnumerable<string> lines) =>
        string.Join('\n', lines.Reverse().Prepend(Line([.. own, .. Columns]))) + "\n";
}
