using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

/// <summary>The record services over a fresh in-memory org.</summary>
internal sealed class TestOrg : IDisposable
{
    public static readonly RequestUser User = new(SeedRecords.AdministratorId, SeedRecords.AdministratorUserName);

    private static readonly OrgSchema Standard = new(StandardSchema.Load());

    private readonly OrgDatabase database;

    public TestOrg(OrgSchema? schema = null)
    {
        Schema = schema ?? Standard;
        database = OrgDatabase.Open(OrgDatabase.InMemory, Schema, Time);
        Writer = new RecordWriter(database, Time);
        Remover = new RecordRemover(database, Time);
        Reader = new RecordReader(database);
    }

    public OrgDatabase Database => database;

    public OrgSchema Schema { get; }

    public ManualTime Time { get; } = new();

    public RecordWriter Writer { get; }

    public RecordRemover Remover { get; }

    public RecordReader Reader { get; }

    public static RecordInput Input(string? type, string? id, params (string Name, object? Value)[] fields) =>
        new(type, id, [.. fields.Select(field => new FieldInput(field.Name, field.Value))]);

    public SaveResult TryCreate(string type, params (string Name, object? Value)[] fields) =>
        Assert.Single(Writer.Create(User, [Input(type, null, fields)], DmlOptions.Default));

    public string Create(string type, params (string Name, object? Value)[] fields) => Succeeded(TryCreate(type, fields));

    public SaveResult TryUpdate(string type, string? id, params (string Name, object? Value)[] fields) =>
        Assert.Single(Writer.Update(User, [Input(type, id, fields)], DmlOptions.Default));

    public void Update(string type, string id, params (string Name, object? Value)[] fields) => Succeeded(TryUpdate(type, id, fields));

    public SaveResult TryUpsert(string type, string key, params (string Name, object? Value)[] fields) =>
        Assert.Single(Writer.Upsert(User, key, [Input(type, null, fields)], DmlOptions.Default));

    public SaveResult TryDelete(string id) => Assert.Single(Remover.Delete(User, [id], DmlOptions.Default));

    public SaveResult TryUndelete(string id) => Assert.Single(Remover.Undelete(User, [id], DmlOptions.Default));

    public bool Exists(string type, string id) => Read(type, id) is not null;

    public object? Value(string type, string id, string field) => Assert.Single(Read(type, id, field)!.Values);

    public StoredRecord? Read(string typeName, string id, params string[] fields)
    {
        var type = Schema.Find(typeName)!;
        return Assert.Single(Reader.Retrieve(type, [.. fields.Select(field => type.FindField(field)!)], [id]));
    }

    public void Dispose() => database.Dispose();

    public static string Succeeded(SaveResult result)
    {
        Assert.Empty(result.Errors);
        Assert.True(result.Success);
        return result.Id!;
    }

    public static RecordError Refused(SaveResult result, string statusCode)
    {
        Assert.False(result.Success);
        var error = Assert.Single(result.Errors);
        Assert.Equal(statusCode, error.StatusCode);
        return error;
    }
}
