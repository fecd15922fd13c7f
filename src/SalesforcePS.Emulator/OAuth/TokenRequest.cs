using System.Text;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class TokenRequest(IFormCollection form, string? authorization, string baseUrl)
{
    public string BaseUrl { get; } = baseUrl;

    public string this[string name] => form[name].ToString();

    public static async Task<TokenRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
            throw new OAuthException("unsupported_grant_type", "grant type not supported");
        return new TokenRequest(await request.ReadFormAsync(context.RequestAborted), request.Headers.Authorization, RequestUrl.Base(request));
    }

    /// <summary>Client id and secret, from the Basic header or the form.</summary>
    public (string Id, string Secret) Client
    {
        get
        {
            const string Scheme = "Basic ";
            if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
                return (this["client_id"], this["client_secret"]);
            var bytes = new byte[authorization.Length];
            if (!Convert.TryFromBase64String(authorization[Scheme.Length..].Trim(), bytes, out var length))
                throw OAuthException.WrongSecret();
            var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
            return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
        }
    }
}
