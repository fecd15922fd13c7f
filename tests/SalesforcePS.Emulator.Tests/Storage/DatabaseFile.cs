using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Tests.Storage;

/// <summary>Schemas to open a database with, and SQL on it.</summary>
internal static class DatabaseFile
{
    public static OrgSchema Standard() => new(StandardSchema.Load());

    public static OrgSchema WithFields(params SObjectField[] fields) => new([.. StandardSchema.Load()
        .Select(type => type.Name == "Account" ? type.With([.. type.Fields, .. fields], SObjectRules.None) : type)]);

    public static OrgSchema WithCustomObject(string keyPrefix) => new([.. StandardSchema.Load(), new SObjectType([SystemFields.IdField("Invoice")])
    {
        Name = "Invoice__c",
        Label = "Invoice",
        LabelPlural = "Invoices",
        KeyPrefix = keyPrefix,
        Custom = true,
    }]);

    public static SObjectField Custom(string name, FieldType type, bool unique = false) =>
        new() { Name = name, Label = name, Type = type, Custom = true, Nillable = true, Unique = unique };

    public static SObjectField Reference(params string[] targets) =>
        new() { Name = "Boss__c", Label = "Boss", Type = FieldType.Reference, Custom = true, Nillable = true, ReferenceTo = targets, RelationshipName = "Boss__r" };

    public static void InsertAccount(OrgDatabase database, string name) => database.Write((connection, _) =>
        Execute(connection, $"""INSERT INTO "Account" ("Id", "Name") VALUES ('001', '{name}')"""));

    public static object? Scalar(OrgDatabase database, string sql)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
