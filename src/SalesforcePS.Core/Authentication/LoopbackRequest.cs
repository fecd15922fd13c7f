using System.Text;

namespace SalesforcePS.Core.Authentication;

/// <summary>As much of HTTP/1.1 as the request of a browser that was sent here takes.</summary>
internal static class LoopbackRequest
{
    private const int MostBytes = 16 * 1024;

    /// <summary>What a GET asks for; null for everything else.</summary>
    public static async Task<Uri?> ReadTargetAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[MostBytes];
        var length = 0;
        // The answer may only be written once the request is read, or the browser reports a broken connection.
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = length < buffer.Length ? await stream.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false) : 0;
            if (read == 0)
                return null;
            length += read;
        }
        var line = Encoding.ASCII.GetString(buffer, 0, buffer.AsSpan(0, length).IndexOf("\r\n"u8)).Split(' ');
        return line is ["GET", ['/', ..] target, _] && Uri.TryCreate("http://localhost" + target, UriKind.Absolute, out var uri) ? uri : null;
    }
}
