using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Http;

/// <summary>The headers that an org puts on every answer.</summary>
internal sealed class StandardHeadersMiddleware(RequestDelegate next)
{
    private readonly string browserId = $"BrowserId={RandomText.Create(22)}; path=/; SameSite=Lax";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache,must-revalidate,max-age=0,no-store,private";
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers.SetCookie = browserId;
        return next(context);
    }
}
