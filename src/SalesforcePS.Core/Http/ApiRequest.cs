namespace SalesforcePS.Core.Http;

/// <summary>A request that can be made anew for each attempt, with the token that is valid then.</summary>
/// <param name="Kind">What the call counts as in the session's statistics.</param>
internal sealed record ApiRequest(ApiCallKind Kind, RequestSafety Safety, Func<AccessToken?, HttpRequestMessage> Create)
{
    /// <summary>False for what needs no session: the version list, the token endpoint, SOAP login.</summary>
    public bool Authenticated { get; init; } = true;

    /// <summary>
    /// True for what follows up work that the org has begun, a bulk job's state and its results: it is sent even where calls are to be
    /// left, for without it nobody would know what became of the records.
    /// </summary>
    public bool CompletesWork { get; init; }

    /// <summary>What its attempts leave behind, for a caller that asks; null where nobody does.</summary>
    public AttemptHistory? Attempts { get; init; }

    /// <summary>How long one attempt may take, from its connection to the last byte of its answer.</summary>
    public TimeSpan Deadline { get; init; } = AttemptDeadline.Usual;

    public static ApiRequest Get(string pathAndQuery, Action<HttpRequestMessage>? configure = null) =>
        new(ApiCallKind.Rest, RequestSafety.Read, token =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(token!.InstanceUri, pathAndQuery));
            configure?.Invoke(request);
            return request;
        });
}
