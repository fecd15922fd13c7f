using System.Net;

namespace SalesforcePS.Core.Http;

/// <summary>Makes the HTTP client of a session: pooled, decompressing, without cookies (a shared jar mixes orgs).</summary>
internal static class HttpClientFactory
{
    public static HttpClient Create(IWebProxy? proxy, HttpMessageHandler? handler = null)
    {
        handler ??= new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            Proxy = proxy,
            UseProxy = true,
        };
        return new HttpClient(new SecureChannelHandler(handler)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
