using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Http;

/// <summary>Takes doubled slashes as one, and a method from the query where a client cannot send PATCH.</summary>
internal sealed partial class RequestRewriteMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value!.Contains("//", StringComparison.Ordinal))
            request.Path = Slashes().Replace(request.Path.Value, "/");
        if (request.Method == HttpMethods.Post && request.QueryString.HasValue && request.Query["_HttpMethod"].ToString() is { Length: > 0 } method)
            request.Method = method.ToUpperInvariant();
        return next(context);
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
