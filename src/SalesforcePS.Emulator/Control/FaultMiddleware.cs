using SalesforcePS.Emulator.Soap;

namespace SalesforcePS.Emulator.Control;

internal sealed class FaultMiddleware(RequestDelegate next, FaultQueue faults)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A SOAP request is matched by its operation too, which its endpoint knows only once the body is read.
        if (faults.IsEmpty || ControlRoutes.Owns(request.Path) || SoapRoutes.Owns(request.Path))
            return next(context);
        return faults.RunAsync(context, $"{request.Method} {request.Path}{request.QueryString}", next);
    }
}
