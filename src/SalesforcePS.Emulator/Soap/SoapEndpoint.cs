using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SalesforcePS.Emulator.Control;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.Soap;

internal sealed partial class SoapEndpoint(EmulatedOrg org, SoapOperations operations, ILogger<SoapEndpoint> logger)
{
    private const string ContentType = "text/xml;charset=UTF-8";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false, NewLineHandling = NewLineHandling.Entitize };

    public async Task PostAsync(HttpContext context)
    {
        using var answer = new PooledStream();
        try
        {
            using var message = await RequestBody.ReadAsync(context);
            if (message is null)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }

            if (!context.Request.Headers.ContainsKey("SOAPAction"))
                throw new SoapException("Client", "SOAPAction HTTP header missing");
            using var request = SoapRequest.Parse(message);
            if (context.Features.Get<RequestLogEntry>() is { } entry)
                entry.SoapOperation = request.Operation;
            var subject = $"{context.Request.Method} {context.Request.Path} {request.Operation}";
            await org.Faults.RunAsync(context, subject, _ => AnswerAsync(context, request, answer));
        }
        catch (Exception exception) when (RequestBody.IsUndecodable(context.Request, exception))
        {
            await RefuseAsync(context, answer, writer => SoapFault.Write(writer, new SoapException("Client", RequestBody.UndecodableMessage(context.Request))));
        }
        catch (Exception exception) when (exception is SoapException or XmlException)
        {
            await RefuseAsync(context, answer, writer => SoapFault.Write(writer, exception as SoapException ?? new SoapException("Client", exception.Message)));
        }
    }

    private async Task AnswerAsync(HttpContext context, SoapRequest request, PooledStream answer)
    {
        try
        {
            Execute(context, request, answer);
            await ResponseSender.SendAsync(context, StatusCodes.Status200OK, ContentType, answer);
        }
        catch (ApiException refusal)
        {
            await RefuseAsync(context, answer, writer => SoapFault.Write(writer, refusal));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or SoapException or XmlException))
        {
            logger.LogError(exception, "{Operation} failed", request.Operation);
            await RefuseAsync(context, answer, writer => SoapFault.Write(writer, new ApiException("UNKNOWN_EXCEPTION", "An unexpected error occurred.")));
        }
    }

    private void Execute(HttpContext context, SoapRequest request, PooledStream answer)
    {
        var operation = operations.Find(request);
        var version = ApiVersions.Parse(context.Request.RouteValues["version"]!.ToString());
        if (version is null || !ApiVersions.IsSupported(version.Value))
            throw new ApiException("UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
        if (request.Headers.Language is { } language && !LanguageCode().IsMatch(language))
            throw new ApiException("INVALID_LOCALE_LANGUAGE", $"Invalid locale language: {language}");
        var isLogin = request.Operation == SoapOperations.Login;
        var user = isLogin ? org.User : Admit(request);
        org.Surroundings.UserId = user.UserId;
        using var writer = XmlWriter.Create(answer, Settings);
        SoapEnvelope.WriteStart(writer, request.Operation, isLogin ? null : org.Usage);
        operation(new SoapCall(version.Value, RequestUrl.Base(context.Request), request.Headers, request.Arguments, writer, user));
        SoapEnvelope.WriteEnd(writer);
    }

    private RequestUser Admit(SoapRequest request)
    {
        var session = org.Sessions.Find(request.Headers.SessionId)
            ?? throw new ApiException("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session");
        var user = SessionGate.Check(session, org.SignIn.Current) switch
        {
            SessionRefusal.None => session.User,
            SessionRefusal.PasswordExpired when SoapOperations.RenewsPassword(request.Operation) => session.User,
            SessionRefusal.PasswordExpired => throw SessionGate.PasswordExpired(),
            SessionRefusal.OrgHasNoApi => throw SoapErrors.OrgHasNoApi(),
            _ => throw SoapErrors.UserHasNoApi(),
        };
        return org.Usage.TryCount() ? user : throw new ApiException("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    [GeneratedRegex("^[a-z]{2}(_[A-Z]{2})?$")]
    private static partial Regex LanguageCode();

    private static async Task RefuseAsync(HttpContext context, PooledStream answer, Action<XmlWriter> write)
    {
        answer.Clear();
        using (var writer = XmlWriter.Create(answer, Settings))
            write(writer);
        await ResponseSender.SendAsync(context, StatusCodes.Status500InternalServerError, ContentType, answer);
    }
}
