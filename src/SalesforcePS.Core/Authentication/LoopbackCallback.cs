using System.Net;
using System.Net.Sockets;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Authentication;

/// <summary>The browser has come back: with a code, or with the reason why there is none. It waits for its page until it is known how that went.</summary>
internal sealed class LoopbackCallback(TcpClient client, Uri target)
{
    private readonly Dictionary<string, string> parameters = Parse(target);

    public string? State => parameters.GetValueOrDefault("state");

    /// <summary>Redeems the code and tells the browser what came of it.</summary>
    /// <exception cref="AuthenticationException">The user or Salesforce refused.</exception>
    public async Task<TokenAnswer> AnswerAsync(Func<string, Task<TokenAnswer>> redeem, string host, CancellationToken cancellation)
    {
        using (client)
        {
            try
            {
                var answer = await redeem(parameters.GetValueOrDefault("code") ?? throw Refused(host)).ConfigureAwait(false);
                await TellAsync("You are signed in", "You can close this page and go back to where you began.", cancellation).ConfigureAwait(false);
                return answer;
            }
            catch (SalesforceException refused)
            {
                await TellAsync("You are not signed in", refused.Message, cancellation).ConfigureAwait(false);
                throw;
            }
        }
    }

    private AuthenticationException Refused(string host)
    {
        var error = parameters.GetValueOrDefault("error") ?? "invalid_request";
        return new AuthenticationException($"{host} refused the sign-in: {parameters.GetValueOrDefault("error_description") ?? "there is no code in its answer"} ({error}).")
        {
            ErrorCode = error,
        };
    }

    /// <summary>A browser that is gone takes nothing away from the session.</summary>
    private async Task TellAsync(string title, string text, CancellationToken cancellation)
    {
        try
        {
            await LoopbackPage.WriteAsync(client.GetStream(), 200, title, text, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
        }
    }

    private static Dictionary<string, string> Parse(Uri target)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            parameters[WebUtility.UrlDecode(parts[0])] = parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "";
        }
        return parameters;
    }
}
