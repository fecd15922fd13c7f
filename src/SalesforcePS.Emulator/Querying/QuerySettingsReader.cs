using System.Globalization;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Reads time zone and locale of a user, and the fiscal year of the org, from their records.</summary>
internal static class QuerySettingsReader
{
    public static QuerySettings Read(OrgDatabase database, string userId) => database.Read((connection, _) => new QuerySettings(
        Zone(Value(connection, "User", "TimeZoneSidKey", userId) as string),
        Culture(Value(connection, "User", "LocaleSidKey", userId) as string),
        new FiscalYear(
            (int)(Value(connection, "Organization", "FiscalYearStartMonth", SeedRecords.OrganizationId) as long? ?? 1),
            Value(connection, "Organization", "UsesStartDateAsFiscalYearName", SeedRecords.OrganizationId) is 1L)));

    private static object? Value(SqliteConnection connection, string type, string field, string id)
    {
        using var statement = new PreparedStatement(
            connection, $"SELECT {SqlName.Quote(field)} FROM {SqlName.Quote(type)} WHERE \"Id\" = ?");
        return statement.Bind(1, id).Step() ? statement.Value(0) : null;
    }

    private static TimeZoneInfo Zone(string? key)
    {
        if (key is null)
            return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(key, out var zone)
            ? zone
            : throw new ApiException("UNKNOWN_EXCEPTION", $"This computer does not know the user's time zone {key}. Install its time zone data, or give the user another zone.");
    }

    /// <summary>en_US and de_DE_EURO are en-US and de-DE elsewhere.</summary>
    private static CultureInfo Culture(string? key)
    {
        var parts = (key ?? "en_US").Split('_');
        return CultureInfo.GetCultureInfo(string.Join('-', parts.Take(2)));
    }
}
