using CsvHelper;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>
/// Reads the upload once more, beside the outcomes of its rows, and gives the rows of one kind as CSV, piece by piece.
/// An org promises no order, so there is none: the rows of each batch are shuffled.
/// </summary>
internal sealed class IngestResults : IDisposable
{
    private readonly BulkJob job;
    private readonly CsvReader reader;
    private readonly IEnumerator<SaveResult> outcomes;
    private readonly Random random;
    private readonly PooledStream rows = new();
    private readonly List<Range> ranges = [];
    private readonly byte delimiter;

    public IngestResults(BulkServices bulk, BulkJob job)
    {
        this.job = job;
        reader = CsvReader.Create(bulk.Contents.Open(job.Id), CsvDialect.Reader(job.ColumnDelimiter));
        outcomes = bulk.Outcomes.Read(job.Id).GetEnumerator();
        // Equal for equal seeds, whatever the ids of the jobs.
        random = new Random(bulk.Settings.ShuffleSeed);
        delimiter = (byte)CsvDialect.Character(job.ColumnDelimiter);
    }

    public static IEnumerable<ReadOnlyMemory<byte>> Successful(IngestResults results) =>
        results.Select(["sf__Id", "sf__Created"], outcome => outcome is { Success: true }, outcome => [outcome!.Id ?? "", outcome.Created ? "true" : "false"]);

    public static IEnumerable<ReadOnlyMemory<byte>> Failed(IngestResults results) =>
        results.Select(["sf__Id", "sf__Error"], outcome => outcome is { Success: false }, outcome => [outcome!.Id ?? "", ErrorText.Of(outcome.Errors)]);

    public static IEnumerable<ReadOnlyMemory<byte>> Unprocessed(IngestResults results) =>
        results.Select([], outcome => outcome is null, _ => []);

    public void Dispose()
    {
        reader.Dispose();
        outcomes.Dispose();
        rows.Dispose();
    }

    /// <param name="names">The columns before those of the upload.</param>
    /// <param name="isSelected">Whether a row is wanted; its outcome is null where it was not processed.</param>
    /// <param name="values">What is in the columns before.</param>
    private IEnumerable<ReadOnlyMemory<byte>> Select(string[] names, Predicate<SaveResult?> isSelected, Func<SaveResult?, string[]> values)
    {
        WriteHeader(names);
        yield return rows.WrittenMemory;
        bool isMore;
        do
        {
            rows.Clear();
            isMore = ReadBatch(isSelected, values);
            foreach (var range in Shuffled())
                yield return rows.WrittenMemory[range];
        }
        while (isMore);
    }

    private bool ReadBatch(Predicate<SaveResult?> isSelected, Func<SaveResult?, string[]> values)
    {
        ranges.Clear();
        for (var count = 0; count < IngestJobRunner.BatchSize; count++)
        {
            if (!reader.Read())
                return false;
            var outcome = outcomes.MoveNext() ? outcomes.Current : null;
            if (!isSelected(outcome))
                continue;
            var start = (int)rows.Length;
            WriteRow(values(outcome));
            ranges.Add(start..(int)rows.Length);
        }

        return true;
    }

    private List<Range> Shuffled()
    {
        for (var index = ranges.Count - 1; index > 0; index--)
        {
            var other = random.Next(index + 1);
            (ranges[index], ranges[other]) = (ranges[other], ranges[index]);
        }

        return ranges;
    }

    private void WriteHeader(string[] names)
    {
        string[] all = [.. names, .. reader.Headers];
        for (var index = 0; index < all.Length; index++)
        {
            Separate(index);
            CsvText.Append(rows, all[index]);
        }

        CsvText.AppendLineEnding(rows, job.LineEnding);
    }

    private void WriteRow(string[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            Separate(index);
            CsvText.Append(rows, values[index]);
        }

        for (var index = 0; index < reader.Headers.Count; index++)
        {
            Separate(values.Length + index);
            CsvText.Append(rows, reader.GetSpan(index));
        }

        CsvText.AppendLineEnding(rows, job.LineEnding);
    }

    private void Separate(int index)
    {
        if (index > 0)
            CsvText.Append(rows, delimiter);
    }
}
