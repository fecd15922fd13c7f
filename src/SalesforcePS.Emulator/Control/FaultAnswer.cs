using System.Globalization;
using System.Text;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Control;

internal static class FaultAnswer
{
    public static async Task WriteAsync(HttpContext context, int status, Fault fault)
    {
        var text = fault.Body ?? DefaultBody(status);
        if (fault.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Token";
        using var body = new PooledStream();
        body.Write(Encoding.UTF8.GetBytes(text));
        var contentType = text.StartsWith('<') ? "text/xml;charset=UTF-8" : "application/json;charset=UTF-8";
        await ResponseSender.SendAsync(context, status, contentType, body);
    }

    private static string DefaultBody(int status) => status switch
    {
        401 => """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""",
        403 => """[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""",
        503 => """[{"message":"The server is temporarily unavailable.","errorCode":"SERVER_UNAVAILABLE"}]""",
        _ => """[{"message":"An unexpected error occurred.","errorCode":"UNKNOWN_EXCEPTION"}]""",
    };
}
