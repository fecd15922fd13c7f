using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CsvHelper;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Reads result pages into chunks of records, while their bytes arrive.</summary>
internal sealed class PageRows(CsvColumnPlan plan, ChannelWriter<IReadOnlyList<object>> chunks)
{
    private const int ChunkSize = 1000;

    /// <summary>What a result of Bulk 1.0 has in place of a header where it has no rows.</summary>
    private const string NoRows = "Records not found for this query";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        // A row of one blank field is a row.
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        BufferSize = 128 * 1024,
    };

    private List<SalesforceRecord> chunk = new(ChunkSize);
    private int rows;

    /// <summary>Hands on every row of the page once, however often its download began anew.</summary>
    /// <exception cref="ProtocolException">The page is malformed, or has not as many rows as its header says.</exception>
    public async Task ReadAsync(PageDownload page, CancellationToken cancellation)
    {
        rows = 0;
        while (await page.Attempts.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            if (!page.Attempts.TryRead(out var spool))
                continue;
            await using var _ = spool.ConfigureAwait(false);
            try
            {
                await ReadAsync(spool, rows, cancellation).ConfigureAwait(false);
            }
            catch (PageBrokenException)
            {
                continue;
            }
            catch (Exception malformed) when (malformed is CsvFormatException or FormatException or OverflowException or ArgumentException)
            {
                throw new ProtocolException($"A result page of a bulk job could not be read: {malformed.Message}", malformed);
            }
            await FlushAsync(cancellation).ConfigureAwait(false);
            if (page.AnnouncedRows is { } announced && announced != rows)
                throw new ProtocolException($"A result page of a bulk job has {announced} rows by its header, and {rows} came.") { ErrorCode = "ROWS_MISSING" };
            return;
        }
    }

    /// <param name="skip">Rows at the start that an earlier attempt has given.</param>
    private async Task ReadAsync(PageSpool spool, int skip, CancellationToken cancellation)
    {
        using var csv = CsvReader.Create(spool, Options, leaveOpen: true);
        await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
        if (csv.Headers is [] or [NoRows])
            return;
        var columns = await plan.ResolveAsync(csv.Headers, cancellation).ConfigureAwait(false);
        for (var i = 0; i < skip; i++)
        {
            if (!await csv.ReadAsync(cancellation).ConfigureAwait(false))
                throw new ProtocolException("A result page that was fetched again is shorter than before.") { ErrorCode = "ROWS_MISSING" };
        }
        while (await Fill(csv, columns, cancellation).ConfigureAwait(false))
        {
            Add(csv, columns);
            if (chunk.Count == ChunkSize)
                await FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the rows that have arrived, up to one less than a chunk. True stands for one more, which the CSV reader is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ValueTask<bool> Fill(CsvReader csv, CsvColumns columns, CancellationToken cancellation)
    {
        while (true)
        {
            var next = csv.ReadAsync(cancellation);
            if (chunk.Count == ChunkSize - 1 || !next.IsCompletedSuccessfully)
                return next;
            if (!next.Result)
                return new(false);
            Add(csv, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CsvReader csv, CsvColumns columns)
    {
        chunk.Add(columns.ReadRow(csv));
        rows++;
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        if (chunk.Count == 0)
            return;
        await chunks.WriteAsync(chunk, cancellation).ConfigureAwait(false);
        chunk = new(ChunkSize);
    }
}
