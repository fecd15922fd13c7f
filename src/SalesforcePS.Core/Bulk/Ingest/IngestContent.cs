using System.Net;
using System.Net.Http.Headers;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The body of an upload: the spool's bytes, which can be sent again.</summary>
internal sealed class IngestContent : HttpContent
{
    private readonly RowSpool spool;

    public IngestContent(RowSpool spool)
    {
        this.spool = spool;
        Headers.ContentType = new MediaTypeHeaderValue("text/csv") { CharSet = "UTF-8" };
        Headers.ContentEncoding.Add("gzip");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => spool.CopyToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        spool.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = spool.CompressedLength;
        return true;
    }
}
