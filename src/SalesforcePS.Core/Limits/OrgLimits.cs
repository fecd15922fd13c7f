using System.Text.Json;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Limits;

/// <summary>The limits of an org (api-rest "Limits").</summary>
public sealed class OrgLimits(SalesforceConnection connection)
{
    /// <summary>The name of the limit that every API call counts against.</summary>
    public const string DailyApiRequests = "DailyApiRequests";

    /// <summary>All limits that the org tells, that of the daily API calls first, the others by name.</summary>
    public async Task<IReadOnlyList<OrgLimit>> GetAsync(CancellationToken cancellation = default)
    {
        var limits = await RestJson.GetAsync(connection, $"{connection.RestPath}/limits", Read, cancellation).ConfigureAwait(false);
        OrgLimit[] sorted = [.. limits.OrderBy(limit => limit.Name != DailyApiRequests).ThenBy(limit => limit.Name, StringComparer.OrdinalIgnoreCase)];
        connection.Schema.LimitNames = Array.ConvertAll(sorted, limit => limit.Name);
        return sorted;
    }

    /// <summary>The names of the limits. They do not change, so the session asks for them once.</summary>
    public async ValueTask<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellation = default)
    {
        if (connection.Schema.LimitNames is null)
            await GetAsync(cancellation).ConfigureAwait(false);
        return connection.Schema.LimitNames!;
    }

    private static List<OrgLimit> Read(JsonElement answer)
    {
        var limits = new List<OrgLimit>();
        Add(answer, "", limits);
        return limits;
    }

    /// <summary>A limit may hold parts of its own, one for an app or a kind: they come out as <c>PermissionSets.CreateCustom</c>.</summary>
    private static void Add(JsonElement parent, string prefix, List<OrgLimit> limits)
    {
        foreach (var member in parent.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
                continue;
            if (member.Value.TryGetProperty("Max", out var maximum) && member.Value.TryGetProperty("Remaining", out var remaining))
                limits.Add(new OrgLimit(prefix + member.Name, maximum.GetInt64(), remaining.GetInt64()));
            Add(member.Value, $"{prefix}{member.Name}.", limits);
        }
    }
}
