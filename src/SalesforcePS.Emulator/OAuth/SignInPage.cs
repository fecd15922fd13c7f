using System.Text;
using System.Text.Encodings.Web;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>One form without script: a browser shows it, and a test can post it.</summary>
internal static class SignInPage
{
    public const string UserName = "username";
    public const string Password = "password";
    public const string Decision = "decision";
    public const string Allow = "Allow";

    public static Task WriteAsync(HttpContext context, AuthorizationRequest request, string userName, string? message)
    {
        var hidden = string.Concat(AuthorizationRequest.Names
            .Where(name => request[name].Length > 0)
            .Select(name => $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(request[name])}\">\n"));
        return WritePageAsync(context, StatusCodes.Status200OK, $"""
            <h1>Sign in to the emulator</h1>
            <p>{Encode(new Uri(request.Redirect).Host)} asks for: {Encode(request.Scope)}</p>
            <p role="alert">{Encode(message ?? "")}</p>
            <form method="post" action="{OAuthRoutes.AuthorizePath}">
            {hidden}<p><label>Username <input name="{UserName}" value="{Encode(userName)}" autocomplete="username" autofocus></label></p>
            <p><label>Password <input name="{Password}" type="password" autocomplete="current-password"></label></p>
            <p><button name="{Decision}" value="{Allow}">Allow</button> <button name="{Decision}" value="Deny">Deny</button></p>
            </form>
            """);
    }

    /// <summary>For mistakes that must not go to the redirect URI, because it may be a stranger's.</summary>
    public static Task WriteErrorAsync(HttpContext context, OAuthException refusal) => WritePageAsync(
        context,
        StatusCodes.Status400BadRequest,
        $"<h1>OAuth error</h1>\n<p>error={Encode(refusal.Error)}&amp;error_description={Encode(refusal.Message)}</p>");

    private static async Task WritePageAsync(HttpContext context, int status, string content)
    {
        using var page = new PooledStream();
        page.Write(Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>SalesforcePS Emulator</title></head>
            <body>
            {content}
            </body>
            </html>

            """));
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        await ResponseSender.SendAsync(context, status, "text/html;charset=UTF-8", page);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
