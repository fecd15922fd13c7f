using System.IO.Compression;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>How the batches of a job that writes, and their results, are written (api-asynch "Content Type Header").</summary>
internal sealed class BatchContent
{
    private const string ZipPrefix = "ZIP_";

    // A batch has 20 MB at most once it is unzipped, attachments included.
    private const int LargestRequest = 20_000_000;

    private readonly bool isZip;
    private readonly bool isCsv;

    /// <exception cref="SalesforceException">The job has content of a type that cannot be read (<c>CONTENT_TYPE_NOT_SUPPORTED</c>).</exception>
    public BatchContent(BulkJob job)
    {
        isZip = job.ContentType?.StartsWith(ZipPrefix, StringComparison.Ordinal) ?? false;
        var records = isZip ? job.ContentType![ZipPrefix.Length..] : job.ContentType;
        if (records is not ("CSV" or "XML" or "JSON"))
            throw Refusal(job, "CSV, XML and JSON, also zipped, can be read here. Read the results with the tool that made the job");
        isCsv = records == "CSV";
    }

    public static SalesforceException Refusal(BulkJob job, string remedy) =>
        new($"Job {job.Id} has the content type {job.ContentType ?? "(none)"}; only {remedy}.") { ErrorCode = "CONTENT_TYPE_NOT_SUPPORTED" };

    /// <summary>Reads a batch as it was uploaded; of a zipped one its records, in which <c>#name</c> stands for a file.</summary>
    /// <exception cref="ProtocolException">It is not what the job's content type says.</exception>
    public async Task<RowTable> ReadRowsAsync(Stream stream, CancellationToken cancellation)
    {
        if (!isZip)
            return await ReadAsync(stream, cancellation).ConfigureAwait(false);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(await ReadAllAsync(stream, cancellation).ConfigureAwait(false)));
            var request = archive.GetEntry("request.txt") is { Length: <= LargestRequest } entry ? entry : throw new InvalidDataException("it has no request.txt of a permitted size");
            using var records = request.Open();
            return await ReadAsync(records, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException malformed)
        {
            throw new ProtocolException($"The zip file of a batch could not be read: {malformed.Message}", malformed);
        }
    }

    public async Task<IReadOnlyList<ClassicResult>> ReadResultsAsync(Stream stream, CancellationToken cancellation) => isCsv
        ? await ClassicResultReader.ReadAsync(stream, cancellation).ConfigureAwait(false)
        : RecordElements.ReadResults(await ReadAllAsync(stream, cancellation).ConfigureAwait(false));

    private async Task<RowTable> ReadAsync(Stream records, CancellationToken cancellation) => isCsv
        ? await RowTable.ReadCsvAsync(records, cancellation).ConfigureAwait(false)
        : RecordElements.ReadRows(await ReadAllAsync(records, cancellation).ConfigureAwait(false));

    private static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellation).ConfigureAwait(false);
        return buffer.ToArray();
    }
}
