using System.Text;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>What a client posts, as a form or in the address: an org makes no difference.</summary>
internal sealed class TokenRequest(IFormCollection form, IQueryCollection query, string? authorization, string baseUrl)
{
    public string BaseUrl { get; } = baseUrl;

    public string this[string name] => (form.TryGetValue(name, out var values) ? values : query[name]).ToString();

    public static async Task<TokenRequest> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new TokenRequest(form, request.Query, request.Headers.Authorization, RequestUrl.Base(request));
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
