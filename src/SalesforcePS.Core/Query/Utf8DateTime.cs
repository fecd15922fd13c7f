using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SalesforcePS.Core.Query;

/// <summary>
/// Salesforce's date-time, always UTC: <c>2011-07-07T00:37:00.000+0000</c> in JSON, its offset without the colon that .NET asks for, and
/// <c>2011-07-07T00:37:00.000Z</c> in CSV; and its date, <c>2011-07-07</c>.
/// </summary>
internal static class Utf8DateTime
{
    private const int Length = 23;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object Read(ref Utf8JsonReader reader) =>
        TryRead(reader.ValueSpan, out var value) ? value : TextValue.DateTime(reader.GetString()!);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length != 10
            || !(Digits(text, 0, 4, out var year) & Digits(text, 5, 2, out var month) & Digits(text, 8, 2, out var day)))
            return false;
        value = new DateTime(year, month, day);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= Length || !(text[Length..].SequenceEqual("Z"u8) || text[Length..].SequenceEqual("+0000"u8)))
            return false;
        if (!(Digits(text, 0, 4, out var year) & Digits(text, 5, 2, out var month) & Digits(text, 8, 2, out var day)
            & Digits(text, 11, 2, out var hour) & Digits(text, 14, 2, out var minute) & Digits(text, 17, 2, out var second)
            & Digits(text, 20, 3, out var millisecond)))
            return false;
        value = new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Digits(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        var valid = true;
        foreach (var c in text.Slice(start, count))
        {
            valid &= c is >= (byte)'0' and <= (byte)'9';
            value = (value * 10) + (c - '0');
        }
        return valid;
    }
}
