using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Storage;

public sealed class OrgDatabaseTests
{
    [Fact]
    public void NewDatabase_HoldsTheSeedRecords()
    {
        using var database = OrgDatabase.Open(OrgDatabase.InMemory, new OrgSchema(StandardSchema.Load()), TimeProvider.System);
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Name" FROM "User" WHERE "Id" = $id""";
        command.Parameters.AddWithValue("$id", SeedRecords.AdministratorId);
        Assert.Equal("Emulator Administrator", command.ExecuteScalar());
    }
}
