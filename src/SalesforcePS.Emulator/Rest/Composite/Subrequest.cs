using System.Text.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>One request of a composite or a graph, its references not yet resolved.</summary>
internal sealed record Subrequest(
    string Method, string Url, string ReferenceId, JsonElement? Body, IReadOnlyList<KeyValuePair<string, string>> Headers);
