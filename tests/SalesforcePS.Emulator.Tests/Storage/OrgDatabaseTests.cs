using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using Xunit;
using static SalesforcePS.Emulator.Tests.Storage.DatabaseFile;

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
            return OnAnotherThread(() => (Scalar(database, """SELECT "Name" FROM "Account" """), ByName("A")));
        });

        Assert.Equal(("A", "001"), seen);

        string ByName(string name)
        {
            var account = database.Schema.Find("Account")!;
            return Assert.Single(new RecordReader(database).FindBy(account, account.NameField!, name));
        }
    }

    [Fact]
    public void FileThatIsRead_CanBeWrittenMeanwhile()
    {
        using var database = OrgDatabase.Open(file, Standard(), TimeProvider.System);
        InsertAccount(database, "A");

        var (before, after) = database.Read((connection, transaction) =>
        {
            var first = Name(connection, transaction);
            OnAnotherThread(() => database.Write((writer, _) => Execute(writer, """UPDATE "Account" SET "Name" = 'B'""")));
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

    /// <summary>A task of the pool may be run by the thread that waits for it.</summary>
    private static T OnAnotherThread<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();
}
