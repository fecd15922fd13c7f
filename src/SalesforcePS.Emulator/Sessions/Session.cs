using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Sessions;

internal sealed class Session(string id, RequestUser user, long lastUsed)
{
    /// <summary>The access token, as OAuth calls it.</summary>
    public string Id { get; } = id;

    public RequestUser User { get; } = user;

    /// <summary>A timestamp of the store's TimeProvider.</summary>
    public long LastUsed => Volatile.Read(ref lastUsed);

    public void Touch(long timestamp) => Volatile.Write(ref lastUsed, timestamp);
}
