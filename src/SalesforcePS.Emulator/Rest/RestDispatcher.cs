using Microsoft.AspNetCore.Http.Features;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

/// <summary>
/// Sends requests that stand inside of a request through the same routes, gate and endpoints as those from outside. All is
/// in memory, so the answer is there when the call returns, and a transaction of the calling thread holds it too.
/// </summary>
internal sealed class RestDispatcher(RequestDelegate pipeline)
{
    public static RestDispatcher Of(HttpContext context) =>
        context.Features.Get<RestDispatcher>() ?? throw new InvalidOperationException("The request has not passed the dispatcher.");

    public InnerAnswer Send(HttpContext outer, InnerRequest request)
    {
        using var body = new PooledStream();
        var context = new DefaultHttpContext(Features(outer, request, body)) { RequestAborted = outer.RequestAborted };
        var answer = pipeline(context);
        if (!answer.IsCompleted)
            throw new InvalidOperationException("A request inside of a request has to be answered at once.");
        answer.GetAwaiter().GetResult();
        return new InnerAnswer(context.Response.StatusCode, context.Response.Headers, body.WrittenMemory.ToArray());
    }

    private static FeatureCollection Features(HttpContext outer, InnerRequest request, PooledStream body)
    {
        var query = request.Url.IndexOf('?', StringComparison.Ordinal);
        IHeaderDictionary headers = new HeaderDictionary();
        headers.Host = outer.Request.Host.Value;
        foreach (var (name, value) in request.Headers)
            headers[name] = value;
        if (request.Body.Length > 0)
            headers.ContentType = JsonResponse.ContentType;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = request.Method,
            Scheme = outer.Request.Scheme,
            Path = Uri.UnescapeDataString(query < 0 ? request.Url : request.Url[..query]),
            QueryString = query < 0 ? "" : request.Url[query..],
            Headers = headers,
            Body = new MemoryStream(request.Body.ToArray(), writable: false),
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(outer.Features.Get<IServiceProvidersFeature>());
        features.Set(new InnerCaller(RestCall.Of(outer).User, request.IsCounted));
        return features;
    }
}
