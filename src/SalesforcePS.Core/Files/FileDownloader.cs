using System.Threading.Channels;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Files;

/// <summary>Downloads files, several at a time. A file appears under its name when it is complete and right; each comes out once.</summary>
public sealed class FileDownloader(SalesforceConnection connection, DownloadOptions options)
{
    private readonly TargetNames names = new(options.Destination ?? "", options.Overwrite);

    public IAsyncEnumerable<DownloadOutcome> DownloadAsync(IAsyncEnumerable<DownloadRequest> files, CancellationToken cancellation = default) =>
        OutcomeStream.RunAsync<DownloadOutcome>((outcomes, stop) => WorkAsync(files, outcomes, stop), cancellation);

    private async Task WorkAsync(IAsyncEnumerable<DownloadRequest> files, ChannelWriter<DownloadOutcome> outcomes, CancellationToken stop)
    {
        var underWay = new TaskWindow(options.ThrottleLimit);
        try
        {
            await foreach (var request in files.WithCancellation(stop).ConfigureAwait(false))
                await underWay.StartAsync(async () => await outcomes.WriteAsync(await DownloadAsync(request, stop).ConfigureAwait(false), stop).ConfigureAwait(false)).ConfigureAwait(false);
            await underWay.CompleteAsync().ConfigureAwait(false);
        }
        catch
        {
            await underWay.CompleteAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task<DownloadOutcome> DownloadAsync(DownloadRequest request, CancellationToken stop)
    {
        var outcome = new DownloadOutcome(request.File, request.Source);
        try
        {
            return options.Destination is null
                ? outcome with { Content = await ReadAsync(request.File, stop).ConfigureAwait(false) }
                : outcome with { Path = await SaveAsync(request.File, stop).ConfigureAwait(false) };
        }
        catch (SalesforceException failed)
        {
            return outcome with { Error = failed };
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return outcome with { Error = new FileNotWrittenException(failed) };
        }
    }

    private async Task<byte[]> ReadAsync(StoredFile file, CancellationToken stop)
    {
        if (file.Length > Array.MaxLength)
            throw new SalesforceException($"'{file.Name}' has {file.Length} bytes, more than fit into a byte array. Save it into a file.") { ErrorCode = FileLimits.TooLarge };
        using var content = new MemoryStream((int)file.Length);
        using var download = new FileDownload(connection, file, content, options.Received);
        await download.RunAsync(stop).ConfigureAwait(false);
        return content.ToArray();
    }

    private async Task<string> SaveAsync(StoredFile file, CancellationToken stop)
    {
        Directory.CreateDirectory(options.Destination!);
        var path = names.Take(file);
        var temporary = names.TakeTemporary(file);
        try
        {
            var target = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            });
            await using (target.ConfigureAwait(false))
            {
                using var download = new FileDownload(connection, file, target, options.Received);
                await download.ContinueAsync(stop).ConfigureAwait(false);
                await download.RunAsync(stop).ConfigureAwait(false);
            }
        }
        catch (Exception failed) when (failed is ProtocolException || file.Checksum is null)
        {
            // What is wrong, or could not be told to be right, is no beginning for the next time.
            File.Delete(temporary);
            throw;
        }
        File.Move(temporary, path, options.Overwrite);
        return path;
    }
}
