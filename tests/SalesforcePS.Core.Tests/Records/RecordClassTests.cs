using SalesforcePS.Core.Records;
using Xunit;

namespace SalesforcePS.Core.Tests.Records;

public sealed class RecordClassTests
{
    private readonly RecordClassCache classes = new();

    [Fact]
    public void Properties_AreTheSelectedNamesInOrder()
    {
        var type = classes.Get("Account", ["Id", "Account.Owner.Name", "Key__c"]).Create(["1", "Ada", null]).GetType();

        Assert.Equal("Salesforce.Account", type.FullName);
        Assert.True(type.IsSealed && type.IsPublic);
        Assert.Equal(["Id", "Account.Owner.Name", "Key__c"], type.GetProperties().Select(property => property.Name));
        Assert.All(type.GetProperties(), property => Assert.Equal(typeof(object), property.PropertyType));
    }

    [Fact]
    public void GettersAndSetters_ReachTheRecordsOwnValues()
    {
        var record = classes.Get("Account", ["Id", "Account.Owner.Name"]).Create(["1", "Ada"]);
        var property = record.GetType().GetProperty("Account.Owner.Name")!;

        Assert.Equal("Ada", property.GetValue(record));
        property.SetValue(record, null);

        Assert.Equal(["1", null], RecordView.ValuesOf(record));
    }

    [Fact]
    public void OneClass_ServesOneSchema()
    {
        var first = classes.Get("Account", ["Id", "Name"]);

        Assert.Same(first, classes.Get("Account", ["Id", "Name"]));
        Assert.NotSame(first, classes.Get("Account", ["Name", "Id"]));
        Assert.NotSame(first, classes.Get("Contact", ["Id", "Name"]));
        Assert.Equal(first.Create([null, null]).GetType(), first.Create([null, null]).GetType());
    }

    [Fact]
    public void ParallelRequestsForOneSchema_MakeOneClass()
    {
        var made = new RecordClass[16];

        Parallel.For(0, made.Length, i => made[i] = classes.Get("Account", ["Id"]));

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void Text_IsTheIdOrTheObjectsName()
    {
        Assert.Equal("001", classes.Get("Account", ["Name", "Id"]).Create(["A", "001"]).ToString());
        Assert.Equal("Account", classes.Get("Account", ["Id"]).Create([null]).ToString());
        Assert.Equal("Account", classes.Get("Account", ["Name"]).Create(["A"]).ToString());
    }

    [Theory]
    [InlineData("id", true)]
    [InlineData("NAME", true)]
    [InlineData("Phone", false)]
    public void TrySet_SetsWhatIsThere(string name, bool set)
    {
        var record = classes.Get("Account", ["Id", "Name"]).Create([null, null]);

        Assert.Equal(set, RecordView.TrySet(record, name, "x"));
        Assert.Equal(set, RecordView.ValuesOf(record).Contains("x"));
    }

    [Fact]
    public void ManyFields_EachHaveTheirOwnPlace()
    {
        string[] names = [.. Enumerable.Range(0, 500).Select(i => $"Field{i}__c")];

        var record = classes.Get("Wide__c", names).Create([.. Enumerable.Range(0, 500).Cast<object?>()]);

        Assert.Equal(Enumerable.Range(0, 500).Cast<object?>(), names.Select(name => record.GetType().GetProperty(name)!.GetValue(record)));
    }

    [Fact]
    public void NamesThatDifferInCaseAlone_AreNoSchema() =>
        Assert.Throws<ArgumentException>(() => new RecordSchema("Account", ["Name", "name"]));
}
