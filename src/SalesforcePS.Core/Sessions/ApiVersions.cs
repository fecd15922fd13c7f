using System.Globalization;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Sessions;

/// <summary>The versions an org offers (<c>GET /services/data</c>, which costs no API call).</summary>
internal static class ApiVersions
{
    /// <summary>The pinned version if the org has it, else the newest.</summary>
    /// <exception cref="SalesforceException">The org does not offer the pinned version.</exception>
    public static async Task<string> ChooseAsync(ApiTransport transport, Uri instance, string? pinned, CancellationToken cancellation)
    {
        var request = new ApiRequest(ApiCallKind.Rest, RequestSafety.Read, _ => new(HttpMethod.Get, new Uri(instance, "/services/data"))) { Authenticated = false };
        var offered = await transport.SendAsync(request, ReadAsync, cancellation).ConfigureAwait(false);
        if (pinned is null)
            return offered[^1];
        var wanted = Normalize(pinned);
        return offered.Contains(wanted)
            ? wanted
            : throw new SalesforceException($"API version '{pinned}' is not offered by {instance.Host}: it has {offered[0]} to {offered[^1]}.")
            {
                ErrorCode = "UNSUPPORTED_API_VERSION",
            };
    }

    /// <summary><c>v68</c>, <c>68</c> and <c>68.0</c> are the same version.</summary>
    private static string Normalize(string version)
    {
        var text = version.TrimStart('v', 'V');
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static async Task<List<string>> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
            List<string> versions = [.. json.RootElement.EnumerateArray()
                .Select(entry => entry.GetProperty("version").GetString()!)
                .OrderBy(version => decimal.Parse(version, CultureInfo.InvariantCulture))];
            return versions.Count > 0 ? versions : throw new JsonException("The list is empty.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ProtocolException("The list of API versions could not be read: is the instance URL that of a Salesforce org?", exception);
        }
    }
}
