using System.Runtime.CompilerServices;
using System.Text;

namespace SalesforcePS.Core.Bulk;

/// <summary>
/// Bytes of rows on their way. In place of the framework's writers, whose calls cost more than the cells of most rows, above all until
/// the runtime has compiled them a second time.
/// </summary>
internal sealed class RowBuffer
{
    private const int Least = 1024;

    private byte[] bytes = new byte[Least];

    public int Length { get; private set; }

    /// <summary>Good until the next change.</summary>
    public ReadOnlySpan<byte> Written => new(bytes, 0, Length);

    public void Clear() => Length = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte value)
    {
        if (Length == bytes.Length)
            Grow(1);
        bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> values)
    {
        if (bytes.Length - Length < values.Length)
            Grow(values.Length);
        values.CopyTo(new Span<byte>(bytes, Length, values.Length));
        Length += values.Length;
    }

    /// <summary>Writes text as UTF-8.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length - Length < most)
            Grow(most);
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    private void Grow(int room) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + room));
}
