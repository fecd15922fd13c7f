using System.Net;
using System.Text;

namespace SalesforcePS.Core.Authentication;

/// <summary>The page that the browser shows at the end. It loads nothing and keeps nothing: its address holds the code.</summary>
internal static class LoopbackPage
{
    public static async Task WriteAsync(Stream stream, int status, string title, string text, CancellationToken cancellation)
    {
        var page = Encoding.UTF8.GetBytes($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>body { font: 1.2em sans-serif; margin: 4em auto; max-width: 30em }</style></head>
            <body><h1>{{WebUtility.HtmlEncode(title)}}</h1><p>{{WebUtility.HtmlEncode(text)}}</p></body>
            </html>

            """);
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\n"
            + "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(head, cancellation).ConfigureAwait(false);
        await stream.WriteAsync(page, cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
