using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace SalesforcePS.Emulator.Http;

/// <summary>
/// Takes doubled slashes as one, slashes that are escaped as part of a value, a method from the query where a client
/// cannot send PATCH, and HEAD as GET.
/// </summary>
internal sealed partial class RequestRewriteMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // The server leaves %2F as it is; external ids may have slashes.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.StartsWith('/') && target.Contains("%2F", StringComparison.OrdinalIgnoreCase))
            request.Path = Uri.UnescapeDataString(Slashes().Replace(target.Split('?')[0], "/"));
        else if (request.Path.Value!.Contains("//", StringComparison.Ordinal))
            request.Path = Slashes().Replace(request.Path.Value, "/");
        if (request.Method == HttpMethods.Post && request.QueryString.HasValue && request.Query["_HttpMethod"].ToString() is { Length: > 0 } method)
            request.Method = method.ToUpperInvariant();
        // The server remembers what was asked for and sends the headers alone.
        if (HttpMethods.IsHead(request.Method))
            request.Method = HttpMethods.Get;
        return next(context);
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
