namespace SalesforcePS.Emulator.Rest;

/// <summary>A request inside of a request. The URL is a path from "/services/data" on with its query, encoded as a client sends it.</summary>
internal sealed record InnerRequest(string Method, string Url, ReadOnlyMemory<byte> Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>True where it counts as an API call of its own.</summary>
    public bool IsCounted { get; init; }
}
