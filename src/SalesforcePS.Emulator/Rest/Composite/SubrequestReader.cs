using System.Text.Json;
using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>Reads the compositeRequest of a composite or a graph; whatever is wrong with its form refuses the whole call.</summary>
internal static partial class SubrequestReader
{
    /// <summary>From here on a reference id of a wrong form fails the whole call, earlier only what refers to it.</summary>
    private const int FirstStrictVersion = 52;

    private static readonly string[] Methods = ["DELETE", "GET", "PATCH", "POST", "PUT"];
    private static readonly string[] InheritedHeaders = ["Accept", "Authorization", "Content-Type"];

    public static List<Subrequest> Read(JsonElement owner, int version)
    {
        var requests = JsonMembers.Array(owner, "compositeRequest").Select(item => ReadOne(item, version)).ToList();
        if (requests.GroupBy(request => request.ReferenceId, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } repeated)
            throw RestBody.Malformed($"Duplicate referenceId '{repeated.Key}': give each subrequest one of its own.");
        return requests;
    }

    private static Subrequest ReadOne(JsonElement item, int version)
    {
        var method = JsonMembers.Text(item, "method");
        if (!Methods.Contains(method, StringComparer.Ordinal))
            throw RestBody.Malformed($"The method '{method}' of a subrequest is none of {string.Join(", ", Methods)}.");
        var url = JsonMembers.Text(item, "url");
        if (!VersionedPath().IsMatch(url))
            throw RestBody.Malformed($"The url '{url}' of a subrequest must start with {RestRoutes.Root}/vXX.X/.");
        var referenceId = JsonMembers.Text(item, "referenceId");
        if (version >= FirstStrictVersion && !WellFormed().IsMatch(referenceId))
            throw RestBody.Malformed(ReferenceErrors.Form(referenceId));
        return new Subrequest(method, url, referenceId, JsonMembers.Find(item, "body"), ReadHeaders(item));
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(JsonElement item)
    {
        if (JsonMembers.Find(item, "httpHeaders") is not { } headers)
            return [];
        if (headers.ValueKind != JsonValueKind.Object)
            throw RestBody.Malformed("The httpHeaders of a subrequest must be an object.");
        var read = headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.ToString())).ToList();
        return read.Find(header => InheritedHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)) is { Key: { } inherited }
            ? throw RestBody.Malformed($"The header {inherited} of a subrequest is that of the whole request and must not be given.")
            : read;
    }

    [GeneratedRegex("^/services/data/(v[0-9]+\\.0|latest)/.", RegexOptions.IgnoreCase)]
    private static partial Regex VersionedPath();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_]*$")]
    private static partial Regex WellFormed();
}
