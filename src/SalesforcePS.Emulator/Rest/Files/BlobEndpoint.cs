using System.Buffers;
using System.Globalization;
using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Control;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Files;

/// <summary>/sobjects/X/id/BlobField: the body of a file as it is, or the range of it that the request names.</summary>
internal sealed class BlobEndpoint(EmulatedOrg org)
{
    // So an org writes it (salesforce-api 2.5).
    private const string ContentType = "application/octetstream";
    private const int BufferSize = 64 * 1024;

    public async Task ReadAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var field = type.FindField(RouteTarget.Segment(context, "blob")) is { Type: FieldType.Base64 } found ? found : throw RestError.NotFound();
        var record = org.Reader.Retrieve(type, [field], [RouteTarget.Id(context, type)])[0] ?? throw RestError.NotFound();
        if (record.Values[0] is not long number)
            throw RestError.NotFound();
        var (start, length) = Range(context, org.Blobs.Length(number));
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = length;
        context.Response.Headers.AcceptRanges = "bytes";
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.ResponseBytes = length;
        using var content = org.Blobs.Open(number, start);
        await CopyAsync(content, context.Response.Body, length, context.RequestAborted);
    }

    /// <summary>A range that the body does not have is refused; several ranges, and other units, are passed over as RFC 9110 allows.</summary>
    private static (long Start, long Length) Range(HttpContext context, long whole)
    {
        if (context.Request.GetTypedHeaders().Range is not { Unit.Value: "bytes", Ranges.Count: 1 } header)
            return (0, whole);
        var range = header.Ranges.Single();
        var start = range.From ?? Math.Max(0, whole - range.To!.Value);
        var end = Math.Min(range.From is null ? whole - 1 : range.To ?? whole - 1, whole - 1);
        if (start > end)
        {
            context.Response.Headers.ContentRange = new ContentRangeHeaderValue(whole).ToString();
            throw new ApiException("REQUESTED_RANGE_NOT_SATISFIABLE", string.Create(CultureInfo.InvariantCulture, $"The body has {whole} bytes."), StatusCodes.Status416RangeNotSatisfiable);
        }

        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ContentRange = new ContentRangeHeaderValue(start, end, whole).ToString();
        return (start, end - start + 1);
    }

    private static async Task CopyAsync(Stream source, Stream target, long length, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (length > 0)
            {
                var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, length)), cancellation);
                if (read == 0)
                    throw new IOException("The file was removed while it was read.");
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                length -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
