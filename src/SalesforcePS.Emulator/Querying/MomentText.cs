using System.Globalization;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Instants and times of day as the REST API shows them.</summary>
internal static class MomentText
{
    public const int MaximumLength = 32;

    /// <summary>2011-07-07T00:37:00.000+0000: the offset has no colon.</summary>
    public static int FormatDateTime(long milliseconds, Span<byte> text)
    {
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            .TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
        return length;
    }

    public static int FormatTime(long milliseconds, Span<byte> text)
    {
        new TimeOnly(milliseconds * TimeSpan.TicksPerMillisecond)
            .TryFormat(text, out var length, "HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return length;
    }
}
