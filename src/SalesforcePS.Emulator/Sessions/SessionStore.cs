using System.Collections.Concurrent;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Sessions;

internal sealed class SessionStore(string organizationId, TimeProvider clock)
{
    /// <summary>The default of an org; each call starts it anew (SOAP API guide, error handling).</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    public Session Create(RequestUser user)
    {
        var session = new Session($"{organizationId[..15]}!AR8AQ{RandomText.Create(83)}", user, clock.GetUtcNow());
        sessions[session.Id] = session;
        return session;
    }

    public Session? Find(string? id)
    {
        if (string.IsNullOrEmpty(id) || !sessions.TryGetValue(id, out var session))
            return null;
        var now = clock.GetUtcNow();
        if (now - session.LastUsed > IdleTimeout)
        {
            sessions.TryRemove(id, out _);
            return null;
        }

        session.Touch(now);
        return session;
    }

    public bool Remove(string id) => sessions.TryRemove(id, out _);

    public void ExpireAll() => sessions.Clear();
}
