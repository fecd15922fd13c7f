using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Import;

public sealed class ColumnTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);
    private static readonly WriteOptions Upsert = new(RecordOperation.Upsert) { ExternalIdField = "Key__c" };

    private readonly IngestOrg org = new();

    [Fact]
    public async Task Headers_AreFieldNamesInAnyCase() =>
        Assert.Equal("Name,Parent.Key__c\nx,P\n", await UploadAsync("NAME,parent.key__c\nx,P\n", Insert));

    [Fact]
    public async Task Mapping_SendsItsColumnsInItsOrderAndNoOthers() =>
        Assert.Equal("Phone,Name,Industry,Rating__c\n1,x,Banking,1\n", await UploadAsync(
            "Company,Tel,Other\nx,1,o\n", Insert, new("tel", "Phone"), new("Company", "Name"), new("\"Banking\"", "Industry"), new("Tel", "Rating__c"), new("Other", "")));

    [Fact]
    public async Task OneColumnForSeveralFields_IsSentForEach() =>
        Assert.Equal("Name,Phone\nx,x\n", await UploadAsync("A\nx\n", Insert, new("A", "Name, Phone"), new("\"c\"", "")));

    [Fact]
    public async Task IdBesidesTheExternalId_IsLeftOut() =>
        Assert.Equal("Name,Key__c\nx,k\n", await UploadAsync("Id,Name,Key__c\n001,x,k\n", Upsert));

    [Fact]
    public async Task Delete_SendsIdsAlone()
    {
        using var folder = new ImportFolder("Name,Id,Whatever\nx,001000000000001AAA,y\n");
        var options = folder.Insert() with { Write = new(RecordOperation.Delete) };
        using var connection = await org.Fake.ConnectAsync();
        using var import = await CsvImport.PrepareAsync(connection, options, CancellationToken.None);

        Assert.Equal(1, import.Rows);
    }

    [Theory]
    [InlineData("Name,Nonsense\n", "'Nonsense'", "-Mapping")]
    [InlineData("Name,Annual Revenue\n", "'Annual Revenue'", "Did you mean 'AnnualRevenue'?")]
    [InlineData("Name,name\n", "'Name'", "Map one of them only")]
    [InlineData("Name,\n", "Column 2", "no name")]
    [InlineData("Name,CreatedDate\n", "'CreatedDate'", "cannot be written")]
    [InlineData("Name,Id\n", "'Id'", "cannot be written")]
    [InlineData("Name,Parent.Nonsense\n", "'Parent.Nonsense'", "no field 'Nonsense'")]
    [InlineData("Name,Parent.Phone\n", "'Parent.Phone'", "no external id")]
    [InlineData("Name,Mother.Key__c\n", "'Mother.Key__c'", "no parent 'Mother'")]
    [InlineData("Name,Parent.Owner.Key__c\n", "'Parent.Owner.Key__c'", "one level")]
    public async Task WrongHeader_IsRefusedBeforeThereIsAJob(string header, string name, string remedy) =>
        await AssertRefusedAsync(header, Insert, name, remedy);

    [Fact]
    public async Task MissingExternalId_IsRefused() => await AssertRefusedAsync("Name\n", Upsert, "'Key__c'", "-Mapping");

    [Fact]
    public async Task MissingId_IsRefused() => await AssertRefusedAsync("Name\n", new(RecordOperation.Update), "'Id'", "-Mapping");

    [Fact]
    public async Task ExternalIdThatIsNone_IsRefused() =>
        await AssertRefusedAsync("Name,Phone\n", Upsert with { ExternalIdField = "Phone" }, "'Phone'", "no external id");

    [Fact]
    public async Task MappingOfAColumnThatIsNotThere_IsRefusedWithTheColumns() =>
        await AssertRefusedAsync("A,B\n", Insert, "'C'", "A, B", KeyValuePair.Create("C", "Name"));

    private async Task AssertRefusedAsync(string csv, WriteOptions write, string name, string remedy, params KeyValuePair<string, string>[] mapping)
    {
        using var folder = new ImportFolder(csv);
        var refused = await Assert.ThrowsAsync<ImportException>(() => org.ImportAsync(Options(folder, write, mapping)));

        Assert.Equal(ImportProblem.Column, refused.Problem);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, org.Requests);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(folder.Input)!));
    }

    private async Task<string> UploadAsync(string csv, WriteOptions write, params KeyValuePair<string, string>[] mapping)
    {
        using var folder = new ImportFolder(csv);
        await org.ImportAsync(Options(folder, write, mapping));
        return org.Fake.Requests.Single(request => request.Method == HttpMethod.Put).Body;
    }

    private static ImportOptions Options(ImportFolder folder, WriteOptions write, KeyValuePair<string, string>[] mapping) =>
        folder.Insert() with { Write = write, Mapping = mapping.Length == 0 ? null : new ImportMapping(mapping) };
}
