using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Storage;

public sealed class OrgDatabaseTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"org-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(file + suffix);
    }

    [Fact]
    public void NewDatabase_HoldsTheSeedRecords()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        Assert.Equal("Emulator Administrator", Scalar(database, $"""SELECT "Name" FROM "User" WHERE "Id" = '{SeedRecords.AdministratorId}'"""));
        Assert.Equal("Developer Edition", Scalar(database, """SELECT "OrganizationType" FROM "Organization" """));
        Assert.Equal("System Administrator", Scalar(database, """SELECT "Name" FROM "Profile" """));
        Assert.Equal(1L, Scalar(database, """SELECT "IsStandard" FROM "Pricebook2" """));
        Assert.Equal(0L, Scalar(database, """SELECT COUNT(*) FROM "Account" """));
    }

    [Fact]
    public void WrittenRows_AreSeenByReaders()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        InsertAccount(database, "A");
        Assert.Equal("A", Scalar(database, """SELECT "Name" FROM "Account" WHERE "Name" = 'a' """));
    }

    [Fact]
    public async Task ReadersAndWriters_DoNotDisturbEachOther()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
                Scalar(database, """SELECT COUNT(*) FROM "Account" """);
        })).ToArray();
        for (var i = 0; i < 200; i++)
            database.Write((connection, _) => Execute(connection, """INSERT INTO "Contact" ("Id", "LastName") VALUES (hex(randomblob(8)), 'L')"""));
        await Task.WhenAll(readers);
        Assert.Equal(200L, Scalar(database, """SELECT COUNT(*) FROM "Contact" """));
    }

    [Fact]
    public void FileThatIsWritten_CanBeReadMeanwhile()
    {
        using var database = OrgDatabase.Open(file, Standard(), TimeProvider.System);
        InsertAccount(database, "A");

        var seen = database.Write((connection, _) =>
        {
            Execute(connection, """UPDATE "Account" SET "Name" = 'B'""");
            return Task.Run(() => Scalar(database, """SELECT "Name" FROM "Account" """)).GetAwaiter().GetResult();
        });

        Assert.Equal("A", seen);
    }

    [Fact]
    public void FileThatIsRead_CanBeWrittenMeanwhile()
    {
        using var database = OrgDatabase.Open(file, Standard(), TimeProvider.System);
        InsertAccount(database, "A");

        var (before, after) = database.Read((connection, transaction) =>
        {
            var first = Name(connection, transaction);
            Task.Run(() => database.Write((writer, _) => Execute(writer, """UPDATE "Account" SET "Name" = 'B'"""))).GetAwaiter().GetResult();
            return (first, Name(connection, transaction));
        });

        Assert.Equal(("A", "A"), (before, after));
        Assert.Equal("B", Scalar(database, """SELECT "Name" FROM "Account" """));

        static object? Name(SqliteConnection connection, SqliteTransaction transaction)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """SELECT "Name" FROM "Account" """;
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void WorkThatThrows_LeavesNothingBehind()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        Assert.Throws<InvalidOperationException>(() => database.Write<bool>((connection, _) =>
        {
            Execute(connection, """INSERT INTO "Account" ("Id", "Name") VALUES ('x', 'A')""");
            throw new InvalidOperationException();
        }));
        Assert.Equal(0L, Scalar(database, """SELECT COUNT(*) FROM "Account" """));
    }

    [Fact]
    public void Reset_BringsBackTheFirstState()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        var account = database.Schema.Find("Account")!;
        var first = database.Write((_, _) => database.Sequences.Next(account));
        InsertAccount(database, "A");
        database.Reset();
        Assert.Equal(0L, Scalar(database, """SELECT COUNT(*) FROM "Account" """));
        Assert.Equal(1L, Scalar(database, """SELECT COUNT(*) FROM "User" """));
        Assert.Equal(first, database.Write((_, _) => database.Sequences.Next(account)));
    }

    [Fact]
    public void DatabaseFile_KeepsRecordsAndSequenceNumbers()
    {
        long first;
        using (var database = OrgDatabase.Open(file, Standard(), TimeProvider.System))
        {
            InsertAccount(database, "A");
            first = database.Write((_, _) => database.Sequences.Next(database.Schema.Find("Account")!));
        }
        using var again = OrgDatabase.Open(file, Standard(), TimeProvider.System);
        Assert.Equal("A", Scalar(again, """SELECT "Name" FROM "Account" """));
        Assert.Equal(first + 1, again.Write((_, _) => again.Sequences.Next(again.Schema.Find("Account")!)));
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

    [Fact]
    public void FileThatIsNoDatabase_IsRefused()
    {
        File.WriteAllText(file, "This is a text file, and a rather long one at that, so that it has a header to look at.");
        var exception = Assert.Throws<SchemaException>(() => OrgDatabase.Open(file, Standard(), TimeProvider.System));
        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""SELECT * FROM "Contact" WHERE "AccountId" = '001'""", "Contact.AccountId")]
    [InlineData("""SELECT * FROM "Contact" WHERE "Email" = 'a' """, "Contact.Email")]
    [InlineData("""SELECT * FROM "Contact" WHERE "Name" = 'a' """, "Contact.Name")]
    [InlineData("""SELECT * FROM "Account" a JOIN "Contact" c ON c."AccountId" = a."Id" WHERE a."Id" = '001' """, "Contact.AccountId")]
    [InlineData("""SELECT * FROM "Contact" WHERE "AccountId" IN ('001', '002')""", "Contact.AccountId")]
    public void KeysAndNames_AreIndexed(string query, string index)
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, Standard(), TimeProvider.System);
        using var connection = database.OpenReader();
        using var plan = connection.CreateCommand();
#pragma warning disable CA2100
        plan.CommandText = $"EXPLAIN QUERY PLAN {query}";
#pragma warning restore CA2100
        using var reader = plan.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        Assert.Contains(steps, step => step.Contains(index, StringComparison.Ordinal));
    }

    private static OrgSchema Standard() => new(StandardSchema.Load());

    private static OrgSchema WithFields(params SObjectField[] fields) => new([.. StandardSchema.Load()
        .Select(type => type.Name == "Account" ? type.With([.. type.Fields, .. fields], SObjectRules.None) : type)]);

    private static OrgSchema WithCustomObject(string keyPrefix) => new([.. StandardSchema.Load(), new SObjectType([SystemFields.IdField("Invoice")])
    {
        Name = "Invoice__c",
        Label = "Invoice",
        LabelPlural = "Invoices",
        KeyPrefix = keyPrefix,
        Custom = true,
    }]);

    private static SObjectField Custom(string name, FieldType type, bool unique = false) =>
        new() { Name = name, Label = name, Type = type, Custom = true, Nillable = true, Unique = unique };

    private static SObjectField Reference(params string[] targets) =>
        new() { Name = "Boss__c", Label = "Boss", Type = FieldType.Reference, Custom = true, Nillable = true, ReferenceTo = targets, RelationshipName = "Boss__r" };

    private static void InsertAccount(OrgDatabase database, string name) => database.Write((connection, _) =>
        Execute(connection, $"""INSERT INTO "Account" ("Id", "Name") VALUES ('001', '{name}')"""));

    private static object? Scalar(OrgDatabase database, string sql)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
