namespace SalesforcePS.Core.Rest;

/// <summary>A REST call of the caller's own.</summary>
/// <param name="PathAndQuery">An address within the instance, from <see cref="RestApi.Resolve"/>.</param>
public sealed record RestApiRequest(HttpMethod Method, string PathAndQuery)
{
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
