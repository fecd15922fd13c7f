namespace SalesforcePS.Emulator.Querying;

/// <summary>Instants and times of day as the REST API shows them, written digit by digit: every record has some.</summary>
internal static class MomentText
{
    public const int MaximumLength = 32;

    /// <summary>2011-07-07T00:37:00.000+0000: the offset has no colon.</summary>
    public static int FormatDateTime(long milliseconds, Span<byte> text)
    {
        WriteDateTime(milliseconds, text);
        "+0000"u8.CopyTo(text[23..]);
        return 28;
    }

    /// <summary>2011-07-07T00:37:00.000Z, as Bulk queries give it.</summary>
    public static int FormatZulu(long milliseconds, Span<byte> text)
    {
        WriteDateTime(milliseconds, text);
        text[23] = (byte)'Z';
        return 24;
    }

    public static int FormatTime(long milliseconds, Span<byte> text)
    {
        WriteTime(text, TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond));
        text[12] = (byte)'Z';
        return 13;
    }

    private static void WriteDateTime(long milliseconds, Span<byte> text)
    {
        var moment = DateTime.UnixEpoch.AddMilliseconds(milliseconds);
        Write(text, 4, moment.Year);
        text[4] = (byte)'-';
        Write(text[5..], 2, moment.Month);
        text[7] = (byte)'-';
        Write(text[8..], 2, moment.Day);
        text[10] = (byte)'T';
        WriteTime(text[11..], moment.TimeOfDay);
    }

    private static void WriteTime(Span<byte> text, TimeSpan time)
    {
        Write(text, 2, time.Hours);
        text[2] = (byte)':';
        Write(text[3..], 2, time.Minutes);
        text[5] = (byte)':';
        Write(text[6..], 2, time.Seconds);
        text[8] = (byte)'.';
        Write(text[9..], 3, time.Milliseconds);
    }

    private static void Write(Span<byte> text, int digits, int number)
    {
        for (var index = digits - 1; index >= 0; index--, number /= 10)
            text[index] = (byte)('0' + (number % 10));
    }
}
