using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SalesforcePS.Sessions;

/// <summary>The sessions of the runspace: the one that is used when none is named, and those with names. Parallel runspaces do not change each other's.</summary>
internal static class RunspaceSessions
{
    private static readonly ConditionalWeakTable<Runspace, SessionTable> Tables = [];

    public static SfSession? Current => Table?.Current;

    /// <summary>The named sessions in the order of their names, then the current one where it has no name.</summary>
    public static IEnumerable<SfSession> All => Table is { } table ? table.Named.Values.Union(table.Current is { } current ? [current] : []) : [];

    public static SfSession? Find(string name) => Table?.Named.GetValueOrDefault(name);

    /// <summary>The session becomes the current one. Its name is taken from a session that has it.</summary>
    public static void Open(SfSession session)
    {
        var table = Tables.GetOrCreateValue(Runspace.DefaultRunspace);
        table.Current = session;
        if (session.Name is not { } name)
            return;
        if (table.Named.TryGetValue(name, out var older))
            older.Name = null;
        table.Named[name] = session;
    }

    public static void Forget(SfSession session)
    {
        if (Table is not { } table)
            return;
        if (ReferenceEquals(table.Current, session))
            table.Current = null;
        if (session.Name is { } name && ReferenceEquals(Find(name), session))
            table.Named.Remove(name);
    }

    private static SessionTable? Table => Runspace.DefaultRunspace is { } runspace && Tables.TryGetValue(runspace, out var table) ? table : null;
}
