using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The records that every org starts with; their ids never change.</summary>
internal static class SeedRecords
{
    public const string OrganizationName = "SalesforcePS Emulator";
    public const string AdministratorUserName = "admin@emulator.example";

    private const int LongestAlias = 8;
    private const int LongestNickname = 40;

    public static readonly string OrganizationId = SalesforceId.Create("00D", 1);
    public static readonly string ProfileId = SalesforceId.Create("00e", 1);
    public static readonly string AdministratorId = SalesforceId.Create("005", 1);
    public static readonly string StandardPricebookId = SalesforceId.Create("01s", 1);

    public static void Write(SqliteConnection connection, OrgSchema schema, DateTimeOffset now)
    {
        Insert("Organization", OrganizationId,
        [
            ("Name", OrganizationName),
            ("InstanceName", "EMU1"),
            ("IsSandbox", 0),
            ("OrganizationType", "Developer Edition"),
            ("LanguageLocaleKey", "en_US"),
            ("DefaultLocaleSidKey", "en_US"),
            ("TimeZoneSidKey", "GMT"),
            ("FiscalYearStartMonth", 1),
        ]);
        Insert("Profile", ProfileId, [("Name", "System Administrator"), ("UserType", "Standard")]);
        InsertUser(connection, schema, now, AdministratorId, AdministratorUserName, "Emulator", "Administrator", AdministratorUserName, ProfileId);
        Insert("Pricebook2", StandardPricebookId, [("Name", "Standard Price Book"), ("IsActive", 1), ("IsStandard", 1)]);

        void Insert(string typeName, string id, (string Column, object Value)[] values) =>
            SeedRecords.Insert(connection, schema, now, typeName, id, values);
    }

    public static void InsertUser(
        SqliteConnection connection,
        OrgSchema schema,
        DateTimeOffset now,
        string id,
        string userName,
        string firstName,
        string lastName,
        string email,
        string profileId)
    {
        var nickname = userName[..userName.IndexOf('@', StringComparison.Ordinal)];
        Insert(connection, schema, now, "User", id,
        [
            ("Username", userName),
            ("FirstName", firstName.Length == 0 ? DBNull.Value : firstName),
            ("LastName", lastName),
            ("Email", email),
            ("Alias", nickname[..Math.Min(nickname.Length, LongestAlias)]),
            ("CommunityNickname", nickname[..Math.Min(nickname.Length, LongestNickname)]),
            ("IsActive", 1),
            ("ProfileId", profileId),
            ("UserType", "Standard"),
            ("LocaleSidKey", "en_US"),
            ("LanguageLocaleKey", "en_US"),
            ("TimeZoneSidKey", "GMT"),
            ("EmailEncodingKey", "UTF-8"),
            ("DigestFrequency", "D"),
            ("DefaultGroupNotificationFrequency", "N"),
        ]);
    }

    /// <summary>Writes a record as the org itself does: nothing is checked, and fields that the object does not have are left out.</summary>
    public static void Insert(
        SqliteConnection connection, OrgSchema schema, DateTimeOffset now, string typeName, string id, (string Column, object Value)[] values)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        SalesforceId.TryGetKey(id, out var key);
        (string Column, object Value)[] system =
        [
            (SqlName.Key, key),
            (SystemFields.Id, id),
            (SystemFields.CreatedDate, milliseconds),
            (SystemFields.CreatedById, AdministratorId),
            (SystemFields.LastModifiedDate, milliseconds),
            (SystemFields.LastModifiedById, AdministratorId),
            (SystemFields.SystemModstamp, milliseconds),
        ];
        var all = system.Concat(values).Where(value => value.Column == SqlName.Key || schema.Find(typeName)!.FindField(value.Column) is not null).ToArray();
        using var command = connection.CreateCommand();
        var columns = string.Join(", ", all.Select(value => SqlName.Quote(value.Column)));
        var parameters = string.Join(", ", all.Select((_, i) => $"${i}"));
        command.CommandText = $"INSERT INTO {SqlName.Quote(typeName)} ({columns}) VALUES ({parameters})";
        for (var i = 0; i < all.Length; i++)
            command.Parameters.AddWithValue($"${i}", all[i].Value);
        command.ExecuteNonQuery();
    }
}
