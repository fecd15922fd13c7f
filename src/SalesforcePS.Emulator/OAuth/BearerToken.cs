namespace SalesforcePS.Emulator.OAuth;

internal static class BearerToken
{
    /// <summary>The token of "Authorization: Bearer x"; REST takes "OAuth x" as well.</summary>
    public static string? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var separator = header.IndexOf(' ', StringComparison.Ordinal);
        if (separator < 0)
            return null;
        var scheme = header.AsSpan(0, separator);
        return scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || scheme.Equals("OAuth", StringComparison.OrdinalIgnoreCase)
            ? header[(separator + 1)..].Trim()
            : null;
    }
}
