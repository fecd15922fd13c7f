using CsvHelper;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Reads the results of a batch that wrote: <c>"Id","Success","Created","Error"</c>, one row for each record.</summary>
internal static class ClassicResultReader
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static async Task<IReadOnlyList<ClassicResult>> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            using var csv = CsvReader.Create(stream, Options, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            if (csv.Headers is not ["Id", "Success", "Created", "Error"])
                throw new ProtocolException($"The results of a batch have the columns '{string.Join(", ", csv.Headers)}'.");
            var results = new List<ClassicResult>();
            while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
                results.Add(new ClassicResult(TextOf(csv, 0), csv.GetSpan(2).SequenceEqual("true"u8), ErrorOf(csv)));
            return results;
        }
        catch (CsvFormatException malformed)
        {
            throw new ProtocolException($"The results of a batch could not be read: {malformed.Message}", malformed);
        }
    }

    private static RecordException? ErrorOf(CsvReader csv) => csv.GetSpan(1).SequenceEqual("true"u8) ? null : BulkErrorText.Parse(TextOf(csv, 3) ?? "");

    private static string? TextOf(CsvReader csv, int index) => csv.IsEmpty(index) ? null : csv.GetString(index);
}
