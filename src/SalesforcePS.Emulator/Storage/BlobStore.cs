using System.Buffers;
using System.Security.Cryptography;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// The bodies of files, in parts and apart from the rows of their records, so that neither way one is in memory as a whole.
/// A row holds the number of its body; triggers take a body away with its row, or when the row gets another.
/// </summary>
internal sealed class BlobStore(OrgDatabase database)
{
    private const int PartSize = 512 * 1024;

    /// <summary>Takes in a body as it comes. It belongs to no record yet: whoever gives it to none has to remove it.</summary>
    /// <exception cref="ApiException">It is larger than <paramref name="most"/> bytes; nothing of it is kept then.</exception>
    public async Task<StoredBlob> SaveAsync(Stream source, long most, CancellationToken cancellationToken)
    {
        var number = Begin();
        var buffer = ArrayPool<byte>.Shared.Rent(PartSize);
        using var checksum = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        try
        {
            long length = 0;
            int read;
            for (var part = 0; (read = await source.ReadAtLeastAsync(buffer.AsMemory(0, PartSize), PartSize, throwOnEndOfStream: false, cancellationToken)) > 0; part++)
            {
                length += read;
                if (length > most)
                    throw new ApiException("FILE_SIZE_LIMIT_EXCEEDED", FormattableString.Invariant($"The file is larger than {most} bytes."));
                checksum.AppendData(buffer, 0, read);
                Write(number, part, buffer.AsMemory(0, read));
            }

            return new StoredBlob(number, length, BlobChecksum.ToText(checksum.GetHashAndReset()));
        }
        catch
        {
            Remove(number);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A body that is in memory, as a part of a larger write. Gives its number.</summary>
    public long Save(ReadOnlyMemory<byte> bytes)
    {
        var number = Begin();
        for (var part = 0; part * PartSize < bytes.Length; part++)
            Write(number, part, bytes.Slice(part * PartSize, Math.Min(PartSize, bytes.Length - (part * PartSize))));
        return number;
    }

    public void Remove(long number) => database.Write((_, _) => database.Prepare("DELETE FROM _blob WHERE number = ?").Bind(1, number).Step());

    public Stream Open(long number, long start = 0)
    {
        var content = new PartStream(part => Read(number, part), (int)(start / PartSize));
        for (var rest = (int)(start % PartSize); rest > 0;)
            rest -= content.Read(new byte[rest], 0, rest);
        return content;
    }

    public byte[] ReadAll(long number)
    {
        using var content = Open(number);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    public long Length(long number) => Number("SELECT coalesce(sum(length(data)), 0) FROM _blob WHERE number = ?", number);

    /// <summary>The size of all bodies.</summary>
    public long TotalLength() => Number("SELECT coalesce(sum(length(data)), 0) FROM _blob WHERE number > ?", 0);

    /// <summary>The number is taken from here on, whether the body has bytes or not.</summary>
    private long Begin() => database.Write((_, _) =>
    {
        var last = database.Prepare("SELECT coalesce(max(number), 0) FROM _blob");
        last.Step();
        var number = last.Integer(0) + 1;
        last.Reset();
        Write(number, 0, default);
        return number;
    });

    private void Write(long number, int part, ReadOnlyMemory<byte> data) => database.Write((_, _) =>
        database.Prepare("INSERT OR REPLACE INTO _blob VALUES (?, ?, ?)").Bind(1, number).Bind(2, (long)part).Bind(3, data).Step());

    private byte[]? Read(long number, int part) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, "SELECT data FROM _blob WHERE number = ? AND part = ?");
        return statement.Bind(1, number).Bind(2, (long)part).Step() && statement.Value(0) is byte[] { Length: > 0 } data ? data : null;
    });

    private long Number(string sql, long argument) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Bind(1, argument).Step();
        return statement.Integer(0);
    });
}
