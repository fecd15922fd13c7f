using System.Collections.Concurrent;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Storage;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Sessions;

/// <summary>The sessions of the org. They lie in the database, so those of a file outlive the process.</summary>
internal sealed class SessionStore
{
    /// <summary>A use is written down only when this part of the session's time has passed: reads need not write.</summary>
    private const int SavesPerTimeout = 20;

    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private readonly SessionTable table;
    private readonly SignInSettings settings;
    private readonly TimeProvider clock;

    public SessionStore(OrgDatabase database, UserDirectory users, SignInSettings settings, TimeProvider clock)
    {
        this.settings = settings;
        this.clock = clock;
        table = new SessionTable(database);
        foreach (var session in table.Load(users, clock.GetUtcNow() - settings.Current.SessionTimeout))
            sessions[session.Id] = session;
    }

    public Session Create(RequestUser user, string? scope = null, string? grantId = null, bool isPasswordExpired = false)
    {
        var now = clock.GetUtcNow();
        var session = new Session($"{SeedRecords.OrganizationId[..15]}!AR8AQ{RandomText.Create(83)}", user, now, now)
        {
            Scope = scope,
            GrantId = grantId,
            IsPasswordExpired = isPasswordExpired,
        };
        table.Add(session);
        sessions[session.Id] = session;
        return session;
    }

    /// <summary>The session, which counts as used now; null where there is none or it has ended.</summary>
    public Session? Find(string? id)
    {
        if (Peek(id) is not { } session)
            return null;
        var now = clock.GetUtcNow();
        session.Touch(now);
        if (now - session.LastSaved > settings.Current.SessionTimeout / SavesPerTimeout)
            table.Save(session, now);
        return session;
    }

    /// <summary>The session as it is.</summary>
    public Session? Peek(string? id)
    {
        if (string.IsNullOrEmpty(id) || !sessions.TryGetValue(id, out var session))
            return null;
        if (clock.GetUtcNow() < Expiry(session))
            return session;
        Remove(session.Id);
        return null;
    }

    public DateTimeOffset Expiry(Session session) => session.LastUsed + settings.Current.SessionTimeout;

    public bool Remove(string id)
    {
        if (!sessions.TryRemove(id, out _))
            return false;
        table.Remove(id);
        return true;
    }

    /// <summary>The sessions of a user who has a new password serve for everything.</summary>
    public void RenewPassword(string userId)
    {
        foreach (var session in sessions.Values.Where(session => session.IsPasswordExpired && session.User.UserId == userId))
            session.IsPasswordExpired = false;
        table.RenewPassword(userId);
    }

    public void RemoveGrant(string grantId)
    {
        foreach (var session in sessions.Values.Where(session => session.GrantId == grantId))
            Remove(session.Id);
    }

    public void ExpireAll()
    {
        sessions.Clear();
        table.Clear();
    }
}
