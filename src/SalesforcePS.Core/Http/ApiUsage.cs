using System.Collections.Concurrent;
using System.Globalization;

namespace SalesforcePS.Core.Http;

/// <summary>API calls of this session, by kind, and the org's own count as last reported in <c>Sforce-Limit-Info</c>.</summary>
public sealed class ApiUsage
{
    private readonly ConcurrentDictionary<ApiCallKind, int> calls = new();
    private int sinceReport;

    /// <summary>Requests sent, each attempt counted.</summary>
    public IReadOnlyDictionary<ApiCallKind, int> Calls => calls;

    public int TotalCalls => calls.Values.Sum();

    /// <summary>Calls the org has counted in the last 24 hours; null before the first answer that says so.</summary>
    public int? OrgUsed { get; private set; }

    /// <summary>The org's daily allocation of calls; null before the first answer that says so.</summary>
    public int? OrgLimit { get; private set; }

    /// <summary>The org's count with the calls of this session since it was told: Bulk 1.0 tells none.</summary>
    internal int? OrgUsedByNow => OrgUsed + Volatile.Read(ref sinceReport);

    internal void CountCall(ApiCallKind kind)
    {
        calls.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        if (kind != ApiCallKind.SignIn)
            Interlocked.Increment(ref sinceReport);
    }

    internal void Report(int used, int limit)
    {
        (OrgUsed, OrgLimit) = (used, limit);
        Volatile.Write(ref sinceReport, 0);
    }

    /// <summary>Reads <c>api-usage=18/5000, per-app-api-usage=17/250(appName=x)</c>; anything else is passed over.</summary>
    internal void ReadLimitInfo(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Sforce-Limit-Info", out var values))
            return;
        foreach (var part in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!part.StartsWith("api-usage=", StringComparison.OrdinalIgnoreCase))
                continue;
            var numbers = part["api-usage=".Length..].Split('/');
            if (numbers.Length == 2
                && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var used)
                && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
                Report(used, limit);
        }
    }
}
