namespace SalesforcePS.Emulator.Control;

internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (ControlRoutes.Owns(context.Request.Path))
            return next(context);

        var entry = new RequestLogEntry(context.Request.Method, context.Request.Path.Value ?? "/")
        {
            RequestBytes = context.Request.ContentLength ?? 0,
        };
        context.Features.Set(entry);

        // Logged before the first byte of the answer leaves, so that whoever has an answer finds its request in the log.
        context.Response.OnStarting(() =>
        {
            if (!entry.IsLogged)
                entry.Status = context.Response.StatusCode;
            log.Add(entry);
            return Task.CompletedTask;
        });
        context.Response.OnCompleted(() =>
        {
            log.Add(entry);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
