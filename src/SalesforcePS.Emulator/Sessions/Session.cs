using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Sessions;

internal sealed class Session(string id, RequestUser user, DateTimeOffset created)
{
    private long lastUsed = created.UtcTicks;

    /// <summary>The access token, as OAuth calls it.</summary>
    public string Id { get; } = id;

    public RequestUser User { get; } = user;

    public DateTimeOffset LastUsed => new(Volatile.Read(ref lastUsed), TimeSpan.Zero);

    public void Touch(DateTimeOffset now) => Volatile.Write(ref lastUsed, now.UtcTicks);
}
