using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace Quickstart;

/// <summary>What the scenario asks of the engine, on plain tables of fields. The first record that is refused is thrown.</summary>
internal sealed class OrgSession(SalesforceConnection connection) : IDisposable
{
    public int ApiCalls => connection.Usage.TotalCalls;

    public static async Task<OrgSession> OpenAsync(LocalOrg org) =>
        new(await SalesforceConnection.OpenAsync(
            new ClientCredentialsSignIn(org.Url, org.ClientId, org.ClientSecret), new ConnectionOptions()));

    public async Task<List<SalesforceRecord>> QueryAsync(string soql, QueryOptions? options = null) =>
        [.. (await RowsAsync(soql, options)).Cast<SalesforceRecord>()];

    public async Task<int> CountAsync(string soql) => (int)(await RowsAsync(soql, null))[0];

    public Task<List<RecordOutcome>> UpsertAsync(string objectType, string externalIdField, IEnumerable<Dictionary<string, object?>> records) =>
        WriteAsync(
            new WriteOptions(RecordOperation.Upsert) { ExternalIdField = externalIdField },
            records.Select(record => new InputRecord(record, objectType, [.. record])));

    public Task<List<RecordOutcome>> UpdateAsync(string objectType, IEnumerable<Dictionary<string, object?>> records) =>
        WriteAsync(new WriteOptions(RecordOperation.Update), records.Select(record => new InputRecord(record, objectType, [.. record])));

    public Task<List<RecordOutcome>> DeleteAsync(IEnumerable<SalesforceRecord> records) =>
        WriteAsync(
            new WriteOptions(RecordOperation.Delete),
            records.Select(record => new InputRecord(record, "", [new("Id", record.ToString())])));

    public void Dispose() => connection.Dispose();

    private async Task<List<object>> RowsAsync(string soql, QueryOptions? options)
    {
        var rows = new List<object>();
        await foreach (var page in new QueryRunner(connection).ReadPagesAsync(soql, options ?? new QueryOptions()))
            rows.AddRange(page);
        return rows;
    }

    private async Task<List<RecordOutcome>> WriteAsync(WriteOptions options, IEnumerable<InputRecord> records)
    {
        var outcomes = new List<RecordOutcome>();
        await foreach (var outcome in new SoapRecordWriter(connection, options).WriteAsync(Stream(records)))
            outcomes.Add(outcome.Error is { } refused ? throw refused : outcome);
        return outcomes;
    }

    private static async IAsyncEnumerable<InputRecord> Stream(IEnumerable<InputRecord> records)
    {
        foreach (var record in records)
            yield return record;
        await Task.CompletedTask;
    }
}
