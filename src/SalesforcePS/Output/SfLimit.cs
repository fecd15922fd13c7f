using SalesforcePS.Core.Limits;

namespace SalesforcePS;

/// <summary>A limit of the org, in the unit of its name: calls, megabytes, jobs.</summary>
public sealed class SfLimit
{
    private readonly OrgLimit limit;

    internal SfLimit(OrgLimit limit) => this.limit = limit;

    public string Name => limit.Name;

    public long Maximum => limit.Maximum;

    public long Used => limit.Maximum - limit.Remaining;

    public long Remaining => limit.Remaining;

    /// <summary>Used in percent of Maximum, to one digit behind the point; 0 where the maximum is 0.</summary>
    public double PercentUsed => limit.Maximum == 0 ? 0 : Math.Round(100.0 * Used / limit.Maximum, 1);

    public override string ToString() => Name;
}
