using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

/// <summary>JSON or XML: by the suffix of the path, which is taken off, else by the Accept header.</summary>
internal sealed class RestFormatMiddleware(RequestDelegate next)
{
    private const string JsonSuffix = ".json";
    private const string XmlSuffix = ".xml";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(RestRoutes.Root, StringComparison.OrdinalIgnoreCase) && TakesXml(request))
            context.Features.Set(XmlWanted.Mark);
        return next(context);
    }

    private static bool TakesXml(HttpRequest request)
    {
        if (TryTake(request, JsonSuffix))
            return false;
        return TryTake(request, XmlSuffix) || PrefersXml(request.GetTypedHeaders().Accept);
    }

    private static bool TryTake(HttpRequest request, string suffix)
    {
        var path = request.Path.Value!;
        if (!path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            return false;
        request.Path = path[..^suffix.Length];
        return true;
    }

    /// <summary>The type with the highest quality counts, the first of several.</summary>
    private static bool PrefersXml(IList<MediaTypeHeaderValue> accepted)
    {
        var known = accepted.Where(type => IsXml(type) || type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.MatchesAllTypes);
        return known.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } best && IsXml(best);
    }

    private static bool IsXml(MediaTypeHeaderValue type) => type.SubType.Equals("xml", StringComparison.OrdinalIgnoreCase);
}
