using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SalesforcePS.Sessions;

/// <summary>The session that a runspace uses when none is named: one per runspace, so that parallel ones do not change each other's.</summary>
internal static class CurrentSession
{
    private static readonly ConditionalWeakTable<Runspace, SfSession> Sessions = [];

    public static SfSession? Get() =>
        Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var session) ? session : null;

    public static void Set(SfSession session) => Sessions.AddOrUpdate(Runspace.DefaultRunspace, session);

    /// <summary>Forgets the session if it is the current one.</summary>
    public static void Forget(SfSession session)
    {
        if (ReferenceEquals(Get(), session))
            Sessions.Remove(Runspace.DefaultRunspace);
    }
}
