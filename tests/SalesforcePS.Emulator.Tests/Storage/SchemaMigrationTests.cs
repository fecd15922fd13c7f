using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using Xunit;
using static SalesforcePS.Emulator.Tests.Storage.DatabaseFile;

namespace SalesforcePS.Emulator.Tests.Storage;

/// <summary>A file that is opened with another schema than before.</summary>
public sealed class SchemaMigrationTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"org-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(file + suffix);
    }

    [Fact]
    public void SchemaWithMoreObjectsAndFields_MigratesTheFile()
    {
        using (var database = OrgDatabase.Open(file, Standard(), TimeProvider.System))
            InsertAccount(database, "A");
        var schema = WithFields(
            Custom("Key__c", FieldType.String, unique: true), Custom("Flag__c", FieldType.Boolean));
        using var again = OrgDatabase.Open(file, schema, TimeProvider.System);
        Assert.Equal(DBNull.Value, Scalar(again, """SELECT "Key__c" FROM "Account" """));
        Assert.Equal(0L, Scalar(again, """SELECT "Flag__c" FROM "Account" """));
    }

    [Fact]
    public void SchemaWithoutAField_IsRefused()
    {
        OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.String)), TimeProvider.System).Dispose();
        var exception = Assert.Throws<SchemaException>(() => OrgDatabase.Open(file, Standard(), TimeProvider.System));
        Assert.Contains("Account.Key__c", exception.Message, StringComparison.Ordinal);
        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaWithAnotherFieldType_IsRefused()
    {
        OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.String)), TimeProvider.System).Dispose();
        var exception = Assert.Throws<SchemaException>(
            () => OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.Double)), TimeProvider.System));
        Assert.Contains("Account.Key__c", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangesThatKeepTheValues_AreMigrated()
    {
        using (var database = OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.String), Custom("Flag__c", FieldType.Boolean)), TimeProvider.System))
            database.Write((connection, _) => Execute(connection, """INSERT INTO "Account" ("_key", "Id", "Name", "Key__c", "Flag__c") VALUES (7, '001', 'A', 'k', 1)"""));
        var changed = WithFields(
            new SObjectField { Name = "Key__c", Label = "Key", Type = FieldType.Picklist, Custom = true, Nillable = true, Unique = true, CaseSensitive = true },
            new SObjectField { Name = "Flag__c", Label = "Flag", Type = FieldType.Boolean, Custom = true, DefaultValue = true });

        using var again = OrgDatabase.Open(file, changed, TimeProvider.System);
        again.Write((connection, _) => Execute(connection, """INSERT INTO "Account" ("Id", "Name", "Key__c") VALUES ('002', 'B', 'K')"""));

        Assert.Equal("A", Scalar(again, """SELECT "Name" FROM "Account" WHERE "Key__c" = 'k' AND "Flag__c" = 1 AND "_key" = 7"""));
        Assert.Equal(1L, Scalar(again, """SELECT "Flag__c" FROM "Account" WHERE "Key__c" = 'K'"""));
        Assert.Equal(1L, Scalar(again, """SELECT COUNT(*) FROM sqlite_schema WHERE "name" = 'Account.Key__c' AND "tbl_name" = 'Account'"""));
        Assert.Equal(0L, Scalar(again, """SELECT COUNT(*) FROM sqlite_schema WHERE "name" = '_rebuilt'"""));
    }

    [Theory]
    [InlineData(nameof(FieldType.Int), nameof(FieldType.DateTime), "the field Account.Key__c is 'Int' in it, but 'DateTime' by the schema")]
    [InlineData(nameof(FieldType.Boolean), nameof(FieldType.Int), "the field Account.Key__c is 'Boolean' in it, but 'Int' by the schema")]
    [InlineData(nameof(FieldType.Date), nameof(FieldType.String), "the field Account.Key__c is 'Date' in it, but 'String' by the schema")]
    public void ValuesOfAnotherMeaning_AreRefused(string before, string now, string problem)
    {
        OrgDatabase.Open(file, WithFields(Custom("Key__c", Enum.Parse<FieldType>(before))), TimeProvider.System).Dispose();

        var exception = Assert.Throws<SchemaException>(() => OrgDatabase.Open(file, WithFields(Custom("Key__c", Enum.Parse<FieldType>(now))), TimeProvider.System));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldThatBecomesUnique_IsRefusedWhereItsValuesAreNot()
    {
        using (var database = OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.String)), TimeProvider.System))
            database.Write((connection, _) => Execute(connection, """INSERT INTO "Account" ("Id", "Key__c") VALUES ('001', 'same'), ('002', 'same')"""));

        var exception = Assert.Throws<SchemaException>(
            () => OrgDatabase.Open(file, WithFields(Custom("Key__c", FieldType.String, unique: true)), TimeProvider.System));

        Assert.Contains("several records have the value 'same' in Account.Key__c, which the schema makes unique", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferenceThatMayNameOtherObjects_IsRefusedWhereItNamesTheOldOnes()
    {
        using (var database = OrgDatabase.Open(file, WithFields(Reference("Contact")), TimeProvider.System))
            database.Write((connection, _) => Execute(connection, """INSERT INTO "Account" ("Id", "Boss__c") VALUES ('001', '003000000000101AAA')"""));

        OrgDatabase.Open(file, WithFields(Reference("Contact", "User")), TimeProvider.System).Dispose();
        var exception = Assert.Throws<SchemaException>(() => OrgDatabase.Open(file, WithFields(Reference("User")), TimeProvider.System));

        Assert.Contains(
            "a record refers to 003000000000101AAA in Account.Boss__c, which by the schema may refer to User only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaWithAnotherKeyPrefix_IsRefused()
    {
        OrgDatabase.Open(file, WithCustomObject("a00"), TimeProvider.System).Dispose();
        var exception = Assert.Throws<SchemaException>(() => OrgDatabase.Open(file, WithCustomObject("a01"), TimeProvider.System));
        Assert.Contains("Invoice__c.Id is 'TEXT a00' in it, but 'TEXT a01'", exception.Message, StringComparison.Ordinal);
    }
}
