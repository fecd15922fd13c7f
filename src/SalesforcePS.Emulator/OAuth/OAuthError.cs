using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.OAuth;

internal static class OAuthError
{
    public static Task WriteAsync(HttpContext context, OAuthException refusal) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status400BadRequest, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("error", refusal.Error);
            writer.WriteString("error_description", refusal.Message);
            writer.WriteEndObject();
        });
}
