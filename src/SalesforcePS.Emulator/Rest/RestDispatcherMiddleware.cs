namespace SalesforcePS.Emulator.Rest;

/// <summary>Stands before the routing, so that what comes after it is the whole way of a request.</summary>
internal sealed class RestDispatcherMiddleware(RequestDelegate next)
{
    private readonly RestDispatcher dispatcher = new(next);

    public Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(dispatcher);
        return next(context);
    }
}
