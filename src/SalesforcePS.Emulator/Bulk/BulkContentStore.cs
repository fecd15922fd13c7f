using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>What clients upload, as they sent it: of a job (Bulk API 2.0) or of a batch (Bulk API 1.0).</summary>
internal sealed class BulkContentStore(OrgDatabase database)
{
    private const int PartSize = 512 * 1024;

    /// <summary>
    /// Takes the upload under a name of its own and gives it to the owner when it is complete, together with the
    /// owner's change of state: an upload that breaks off leaves nothing behind.
    /// </summary>
    public async Task SaveAsync(Stream source, string owner, Action complete, CancellationToken cancellationToken)
    {
        var upload = $"{BulkTables.UploadPrefix}{Guid.NewGuid():N}";
        try
        {
            var part = 0;
            var buffer = new byte[PartSize];
            int length;
            while ((length = await source.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false, cancellationToken)) > 0)
                Add(upload, part++, length == PartSize ? buffer : buffer[..length]);
            database.Write((_, _) =>
            {
                Remove(owner);
                database.Prepare("UPDATE _bulk_content SET owner = ? WHERE owner = ?").Bind(1, owner).Bind(2, upload).Step();
                complete();
                return true;
            });
        }
        catch
        {
            database.Write((_, _) => Remove(upload));
            throw;
        }
    }

    /// <summary>Small content, as part of a larger write.</summary>
    public void Save(ReadOnlySpan<byte> content, string owner)
    {
        var bytes = content.ToArray();
        database.Write((_, _) => Remove(owner));
        Add(owner, 0, bytes);
    }

    /// <summary>The content from its start; empty where there is none.</summary>
    public Stream Open(string owner) => new PartStream(part => Read(owner, part));

    private byte[]? Read(string owner, int part) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT data FROM _bulk_content WHERE owner = ? AND part = ?");
        return statement.Bind(1, owner).Bind(2, (long)part).Step() ? (byte[])statement.Value(0)! : null;
    });

    private void Add(string owner, int part, byte[] data) => database.Write((_, _) =>
        database.Prepare("INSERT INTO _bulk_content VALUES (?, ?, ?)").Bind(1, owner).Bind(2, (long)part).Bind(3, data).Step());

    private bool Remove(string owner) => database.Prepare("DELETE FROM _bulk_content WHERE owner = ?").Bind(1, owner).Step();
}
