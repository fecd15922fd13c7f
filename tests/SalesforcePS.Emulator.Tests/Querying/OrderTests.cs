using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class OrderTests : IDisposable
{
    private readonly QueryOrg org = new();

    public OrderTests()
    {
        org.Create("Account", ("Name", "b"), ("NumberOfEmployees", 1));
        org.Create("Account", ("Name", "A"));
        org.Create("Account", ("Name", "C"), ("NumberOfEmployees", 2));
    }

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData("ORDER BY Name", "A", "b", "C")]
    [InlineData("ORDER BY Name ASC", "A", "b", "C")]
    [InlineData("ORDER BY Name DESC", "C", "b", "A")]
    [InlineData("ORDER BY NumberOfEmployees", "A", "b", "C")]
    [InlineData("ORDER BY NumberOfEmployees DESC", "A", "C", "b")]
    [InlineData("ORDER BY NumberOfEmployees NULLS LAST", "b", "C", "A")]
    [InlineData("ORDER BY NumberOfEmployees DESC NULLS LAST", "C", "b", "A")]
    [InlineData("ORDER BY NumberOfEmployees ASC NULLS FIRST", "A", "b", "C")]
    [InlineData("ORDER BY Owner.Name, Name DESC", "C", "b", "A")]
    [InlineData("ORDER BY Name LIMIT 2", "A", "b")]
    [InlineData("ORDER BY Name LIMIT 2 OFFSET 1", "b", "C")]
    [InlineData("ORDER BY Name OFFSET 2", "C")]
    [InlineData("LIMIT 0")]
    [InlineData("", "b", "A", "C")]
    public void Records_ComeInTheOrderAskedFor(string clause, params string[] expected) =>
        Assert.Equal(expected, org.Values($"SELECT Name FROM Account {clause}"));

    [Fact]
    public void TotalSize_CountsWhatTheLimitLeaves()
    {
        Assert.Equal(2, org.Query("SELECT Id FROM Account LIMIT 2").TotalSize);
        Assert.Equal(2, org.Query("SELECT COUNT() FROM Account LIMIT 2").TotalSize);
    }

    [Fact]
    public void ViewAndTrackingClauses_ChangeNothing() =>
        Assert.Equal(3, org.Query("SELECT Id FROM Account FOR VIEW, REFERENCE UPDATE TRACKING").TotalSize);
}
