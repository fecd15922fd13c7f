using System.Globalization;

namespace SalesforcePS.Emulator.Org;

/// <summary>The API versions of an org on Winter '27; SOAP shares them.</summary>
internal static class ApiVersions
{
    public const int Oldest = 31;

    public const int Newest = 68;

    private const int OldestEver = 7;

    public static bool IsSupported(int version) => version is >= Oldest and <= Newest;

    /// <summary>Versions 7.0 to 30.0 ended with Summer '22 and Summer '25 (SOAP API guide, end-of-life policy).</summary>
    public static bool IsRetired(int version) => version is >= OldestEver and < Oldest;

    public static string Label(int version)
    {
        // 32.0 was Winter '15; three releases a year since.
        var releases = version - 32 + 3;
        var season = (releases % 3) switch { 0 => "Winter", 1 => "Spring", _ => "Summer" };
        return string.Create(CultureInfo.InvariantCulture, $"{season} '{releases / 3 + 14}");
    }

    /// <summary>Reads "64.0"; null for anything else.</summary>
    public static int? Parse(ReadOnlySpan<char> text) =>
        text.EndsWith(".0", StringComparison.Ordinal)
        && int.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
