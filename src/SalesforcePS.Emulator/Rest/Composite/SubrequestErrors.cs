namespace SalesforcePS.Emulator.Rest.Composite;

internal static class SubrequestErrors
{
    public static ApiException TooMany(string what, int limit, int count) =>
        new("LIMIT_EXCEEDED", FormattableString.Invariant($"The request has {count} {what}, more than the limit of {limit}."));

    public static ApiException NotSupported(string url) =>
        new("INVALID_INPUT", $"The resource {url} cannot be called in a subrequest: send a request of its own.");
}
