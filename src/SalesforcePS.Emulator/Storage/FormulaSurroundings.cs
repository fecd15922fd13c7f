namespace SalesforcePS.Emulator.Storage;

/// <summary>What formulas see besides records: the time, the address of the org and the user of the call.</summary>
internal sealed class FormulaSurroundings(TimeProvider time)
{
    private readonly AsyncLocal<string?> user = new();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Without a slash at the end; empty until the emulator listens.</summary>
    public string OrgUrl { get; set; } = "";

    /// <summary>Who reads or writes, for as long as the call goes on and for what it starts; the administrator where nobody was named.</summary>
    public string UserId
    {
        get => user.Value ?? SeedRecords.AdministratorId;
        set => user.Value = value;
    }
}
