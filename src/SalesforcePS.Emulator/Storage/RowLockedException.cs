namespace SalesforcePS.Emulator.Storage;

/// <summary>A write needs records that are locked. Whoever began the write takes it back, waits, and begins again.</summary>
internal sealed class RowLockedException(IReadOnlyList<string> ids) : Exception("The records are locked.")
{
    public IReadOnlyList<string> Ids => ids;
}
