namespace SalesforcePS.Emulator.Rest;

/// <summary>Tells what no route leads to, so that a client of an API that is not here learns why in words that it can read.</summary>
internal sealed class UnknownPathMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is null ? RestError.WriteAsync(context, RestError.NotFound()) : next(context);
}
