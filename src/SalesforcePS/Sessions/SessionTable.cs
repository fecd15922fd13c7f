namespace SalesforcePS.Sessions;

/// <summary>The sessions that one runspace knows.</summary>
internal sealed class SessionTable
{
    public SfSession? Current { get; set; }

    public SortedDictionary<string, SfSession> Named { get; } = new(StringComparer.OrdinalIgnoreCase);
}
