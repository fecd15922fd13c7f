using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Files;

/// <summary>Brings the body of a file into a stream, goes on where a connection broke, and checks size and MD5 in the end.</summary>
internal sealed class FileDownload(SalesforceConnection connection, StoredFile file, Stream target, Action<long> received) : IDisposable
{
    private const int BufferSize = 128 * 1024;

    // It is silence that ends an attempt.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly IncrementalHash checksum = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private long position;

    /// <summary>Takes what an earlier download left in the target as the beginning of this one; only a checksum can tell whether it is.</summary>
    public async Task ContinueAsync(CancellationToken cancellation)
    {
        if (file.Checksum is null || target.Length > file.Length)
        {
            target.SetLength(0);
            return;
        }
        target.Position = 0;
        await CopyAsync(target, null, null, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="ProtocolException">What came is not what Salesforce says it has.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Whoever makes headway may begin anew with the retries.
        for (var before = -1L; position < file.Length;)
        {
            try
            {
                before = position;
                await connection.Transport.SendAsync(Request(), ReceiveAsync, cancellation).ConfigureAwait(false);
                break;
            }
            catch (ConnectionException) when (position > before)
            {
            }
        }
        await target.FlushAsync(cancellation).ConfigureAwait(false);
        if (position != file.Length)
            throw new ProtocolException($"'{file.Name}' ({file.Id}) has {file.Length} bytes, but {position} came.") { ErrorCode = "SIZE_DIFFERS" };
        var sum = Convert.ToHexString(checksum.GetHashAndReset());
        if (file.Checksum is { Length: > 0 } announced && !announced.Equals(sum, StringComparison.OrdinalIgnoreCase))
            throw new ProtocolException($"'{file.Name}' ({file.Id}) has the MD5 {announced}, but what came has {sum}.") { ErrorCode = "CHECKSUM_DIFFERS" };
    }

    public void Dispose() => checksum.Dispose();

    /// <summary>Each attempt asks for what is missing then.</summary>
    private ApiRequest Request() => ApiRequest.Get($"{connection.RestPath}/{file.BlobPath}", AskForRest) with { Deadline = Longest };

    private void AskForRest(HttpRequestMessage request)
    {
        // A range is one of the bytes as they are.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (position > 0)
            request.Headers.Range = new RangeHeaderValue(position, null);
    }

    private async Task ReceiveAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != position)
            Restart();
        using var silence = new SilenceWatch(connection.Time, cancellation);
        try
        {
            var source = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            await using var _ = source.ConfigureAwait(false);
            await CopyAsync(source, target, silence, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (silence.HasPassed)
        {
            throw SilenceWatch.Timeout(late);
        }
    }

    private void Restart()
    {
        checksum.GetHashAndReset();
        received(-position);
        position = 0;
        target.SetLength(0);
    }

    private async Task CopyAsync(Stream source, Stream? copy, SilenceWatch? silence, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                silence?.Note();
                if (copy is not null)
                    await WriteAsync(copy, buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                checksum.AppendData(buffer, 0, read);
                position += read;
                received(read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A full disk is no broken connection: it is not tried again.</summary>
    private static async ValueTask WriteAsync(Stream copy, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await copy.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        }
        catch (IOException failed)
        {
            throw new FileNotWrittenException(failed);
        }
    }
}
