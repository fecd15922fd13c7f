using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>A function that SQLite does not have; the connection learns it before the statement runs.</summary>
/// <param name="Name">How the statement calls it.</param>
/// <param name="Register">Teaches it to a connection, in place of another user's function of that name.</param>
internal sealed record SqlFunction(string Name, Action<SqliteConnection> Register)
{
    /// <summary>A text in lower case.</summary>
    public static readonly SqlFunction Fold = new("fold", connection =>
        connection.CreateFunction<string?, string?>("fold", text => text?.ToLowerInvariant(), isDeterministic: true));

    /// <summary>From milliseconds since 1970 to those that the clocks of the zone show.</summary>
    public static SqlFunction LocalTime(TimeZoneInfo zone) => new("local_time", connection =>
        connection.CreateFunction<long?, long?>("local_time", moment => ToLocal(moment, zone), isDeterministic: true));

    /// <summary>A value, the name of its type and its digits behind the point: its text.</summary>
    public static SqlFunction Localize(QuerySettings settings) => new("localize", connection =>
        connection.CreateFunction<object?, string, long, string?>(
            "localize",
            (value, type, scale) => value is null or DBNull ? null : LocalizedText.Of(value, Enum.Parse<FieldType>(type), (int)scale, settings),
            isDeterministic: true));

    private static long? ToLocal(long? moment, TimeZoneInfo zone) => moment is { } milliseconds
        ? milliseconds + (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).TotalMilliseconds
        : null;
}
