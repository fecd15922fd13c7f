using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Sessions;

internal sealed class Session(string id, RequestUser user, DateTimeOffset created, DateTimeOffset lastUsed)
{
    private long lastUsed = lastUsed.UtcTicks;

    /// <summary>The access token, as OAuth calls it.</summary>
    public string Id { get; } = id;

    public RequestUser User { get; } = user;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset LastUsed => new(Volatile.Read(ref lastUsed), TimeSpan.Zero);

    /// <summary>The moment of the last use that the database knows.</summary>
    public DateTimeOffset LastSaved { get; set; } = lastUsed;

    /// <summary>Of a session that OAuth gave.</summary>
    public string? Scope { get; init; }

    /// <summary>What a refresh token and the sessions that came of it have in common.</summary>
    public string? GrantId { get; init; }

    /// <summary>Begun with a password that has expired: it serves for nothing but to set a new one.</summary>
    public bool IsPasswordExpired { get; set; }

    public void Touch(DateTimeOffset now) => Volatile.Write(ref lastUsed, now.UtcTicks);
}
