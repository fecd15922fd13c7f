using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SalesforcePS.Core.Query;

/// <summary>Salesforce's date-time, <c>2011-07-07T00:37:00.000+0000</c>: always UTC, its offset without the colon that .NET asks for.</summary>
internal static class Utf8DateTime
{
    private const int Length = 28;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static object Read(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return text.Length == Length && text.EndsWith("+0000"u8) && TryRead(text, out var value)
            ? value
            : TextValue.DateTime(reader.GetString()!);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
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
