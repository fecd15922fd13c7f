using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>What every request of Bulk API 1.0 meets: version, session, API limit, error documents.</summary>
internal sealed class Bulk1Gate(EmulatedOrg org, ILogger<Bulk1Gate> logger)
{
    private const string SessionHeader = "X-SFDC-Session";

    public RequestDelegate Open(Func<HttpContext, Bulk1Call, Task> endpoint) => async context =>
    {
        var format = FormatOf(context.Request);
        Bulk1Call? call = null;
        try
        {
            call = Admit(context, format);
            await endpoint(context, call);
        }
        catch (ApiException refusal)
        {
            await AsyncAnswer.RefuseAsync(context, call?.Format ?? format, refusal);
        }
        catch (Exception exception) when (RequestBody.IsUndecodable(context.Request, exception))
        {
            var refusal = new ApiException(AsyncErrors.ClientInputError, RequestBody.UndecodableMessage(context.Request));
            await AsyncAnswer.RefuseAsync(context, call?.Format ?? format, refusal);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or BadHttpRequestException))
        {
            logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            var refusal = new ApiException("InternalServerError", "An unexpected error occurred.", StatusCodes.Status500InternalServerError);
            await AsyncAnswer.RefuseAsync(context, call?.Format ?? format, refusal);
        }
    };

    private Bulk1Call Admit(HttpContext context, AnswerFormat format)
    {
        RequestSize.Check(context.Request);
        var text = context.Request.RouteValues["version"]?.ToString() ?? "";
        if (ApiVersions.Parse(text) is not { } version || !ApiVersions.IsSupported(version))
            throw AsyncErrors.UnsupportedVersion(text);
        var session = org.Sessions.Find(context.Request.Headers[SessionHeader].ToString()) ?? throw AsyncErrors.InvalidSession();
        if (SessionGate.Check(session, org.SignIn.Current) != SessionRefusal.None)
            throw AsyncErrors.ApiDisabled();
        return org.Usage.TryCount() ? new Bulk1Call(version, session.User, format) : throw AsyncErrors.CallsExhausted();
    }

    private static AnswerFormat FormatOf(HttpRequest request) =>
        request.ContentType is { } type && type.Contains("json", StringComparison.OrdinalIgnoreCase) ? AnswerFormat.Json : AnswerFormat.Xml;
}
