using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class RetrieveTests : IDisposable
{
    private readonly TestOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void Records_ComeInTheOrderOfTheirIds()
    {
        var (first, second) = (org.Create("Account", ("Name", "A")), org.Create("Account", ("Name", "B")));
        var type = org.Schema.Find("Account")!;
        var records = org.Reader.Retrieve(type, [type.NameField!], [second, SalesforceId.Create("001", 999_999), "12", first[..15]]);
        Assert.Equal(["B", null, null, "A"], records.Select(record => record?.Values[0]));
        Assert.Equal(first, records[3]!.Id);
    }

    [Fact]
    public void Address_ComesAsItsParts()
    {
        var id = org.Create("Account", ("Name", "A"), ("BillingCity", "Berlin"), ("BillingPostalCode", "10115"));
        var address = Assert.IsType<CompoundValue>(org.Value("Account", id, "BillingAddress"));
        Assert.Contains(new KeyValuePair<string, object?>("city", "Berlin"), address.Parts);
        Assert.Contains(new KeyValuePair<string, object?>("postalCode", "10115"), address.Parts);
        Assert.Null(org.Value("Account", id, "ShippingAddress"));
    }

    [Fact]
    public void AllFields_CanBeRead()
    {
        var id = org.Create("Account", ("Name", "A"), ("BillingCity", "Berlin"));
        var type = org.Schema.Find("Account")!;
        var record = Assert.Single(org.Reader.Retrieve(type, type.Fields, [id]))!;
        Assert.Equal(type.Fields.Count, record.Values.Count);
        Assert.Equal(id, record.Values[type.FindField("Id")!.Ordinal]);
    }
}
