using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.OAuth;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Rest;

/// <summary>What every REST request meets: version, session, API limit, error bodies.</summary>
internal sealed class RestGate(RequestDelegate next, EmulatedOrg org, ILogger<RestGate> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!TryReadVersion(context.Request.Path, out var version))
        {
            await next(context);
            return;
        }

        try
        {
            var inner = context.Features.Get<InnerCaller>();
            // A subrequest stands in a body: its address may be as long as it likes, which is what long queries are sent there for.
            if (inner is null)
                RequestSize.Check(context.Request);
            RequireSupported(version);
            var user = inner?.User ?? Admit(context.Request);
            if (inner is not { IsCounted: false })
                Count(context);
            org.Surroundings.UserId = user.UserId;
            context.Features.Set(new RestCall(version!.Value, user));
            await RouteAsync(context);
        }
        catch (ApiException refusal)
        {
            await RestError.WriteAsync(context, refusal);
        }
        catch (Exception exception) when (RequestBody.IsUndecodable(context.Request, exception))
        {
            await RestError.WriteAsync(context, new ApiException("INVALID_INPUT", RequestBody.UndecodableMessage(context.Request)));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or BadHttpRequestException or RowLockedException))
        {
            logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await RestError.WriteAsync(context, new ApiException("UNKNOWN_EXCEPTION", "An unexpected error occurred.", StatusCodes.Status500InternalServerError));
        }
    }

    private void Count(HttpContext context)
    {
        var isCounted = org.Usage.TryCount();
        context.Response.Headers["Sforce-Limit-Info"] = org.Usage.LimitInfo;
        if (!isCounted)
            throw new ApiException("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", StatusCodes.Status403Forbidden);
    }

    private static bool TryReadVersion(PathString address, out int? version)
    {
        version = null;
        if (RestRoutes.IsApexRest(address))
        {
            // Its addresses have no version.
            version = ApiVersions.Newest;
            return true;
        }

        var path = address.Value;
        if (path is null || !path.StartsWith(RestRoutes.Root + "/", StringComparison.OrdinalIgnoreCase))
            return false;
        var segment = path.AsSpan(RestRoutes.Root.Length + 1);
        var end = segment.IndexOf('/');
        if (end >= 0)
            segment = segment[..end];
        if (segment.IsEmpty)
            return false;
        if (segment is "latest")
            version = ApiVersions.Newest;
        else if (segment[0] is 'v' or 'V')
            version = ApiVersions.Parse(segment[1..]);
        return true;
    }

    private static void RequireSupported(int? version)
    {
        if (version is null || !ApiVersions.IsSupported(version.Value))
        {
            throw version is not null && ApiVersions.IsRetired(version.Value)
                ? new ApiException("GONE", "The requested resource is no longer available.", StatusCodes.Status410Gone)
                : RestError.NotFound();
        }
    }

    private RequestUser Admit(HttpRequest request)
    {
        var session = org.Sessions.Find(BearerToken.Read(request)) ?? throw InvalidSession();
        return SessionGate.Check(session, org.SignIn.Current) switch
        {
            SessionRefusal.None => session.User,
            SessionRefusal.PasswordExpired => throw SessionGate.PasswordExpired(),
            _ => throw new ApiException("API_DISABLED_FOR_ORG", "The REST API is not enabled for this Organization.", StatusCodes.Status403Forbidden),
        };
    }

    private static ApiException InvalidSession() =>
        new("INVALID_SESSION_ID", "Session expired or invalid", StatusCodes.Status401Unauthorized);

    private async Task RouteAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint.Metadata.GetMetadata<SinceVersion>()?.Version > RestCall.Of(context).Version)
            throw RestError.NotFound();
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response)
            throw RestError.MethodNotAllowed(context.Request.Method, response.Headers.Allow.ToString());
    }
}
