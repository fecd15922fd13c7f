using System.Globalization;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Replication;

/// <summary>The time in which records changed. Salesforce leaves out the seconds, and remembers changes for 30 days, deletions for 15.</summary>
public sealed record ReplicationWindow(DateTimeOffset Since, DateTimeOffset Until)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(30);

    /// <exception cref="SalesforceException">Salesforce would refuse the window (<c>INVALID_REPLICATION_DATE</c>).</exception>
    internal void Check(DateTimeOffset now)
    {
        if (Until <= Since)
            throw Invalid($"The window ends at {Text(Until)}, which is not after its start at {Text(Since)}.");
        if (Until - Since < Shortest)
            throw Invalid($"The window from {Text(Since)} to {Text(Until)} is shorter than a minute, the least that Salesforce takes. Wait, or begin earlier.");
        if (now - Since > LongestAgo)
            throw Invalid($"The window begins at {Text(Since)}, and Salesforce remembers changes for 30 days only. Begin later, or query by SystemModstamp with Invoke-SfQuery.");
    }

    internal string Query => $"start={Parameter(Since)}&end={Parameter(Until)}";

    /// <summary>In the form of the guide's examples: whole seconds, and the zone as an offset.</summary>
    private static string Parameter(DateTimeOffset time) =>
        Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture));

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static SalesforceException Invalid(string message) => new(message) { ErrorCode = "INVALID_REPLICATION_DATE" };
}
