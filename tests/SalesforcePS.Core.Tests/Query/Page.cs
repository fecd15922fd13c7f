using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Query;

/// <summary>Pages as the REST API writes them, and the way to read a query to its end.</summary>
internal static class Page
{
    public const string Next = $"{FakeOrg.Rest}/query/01g-";

    public static string Of(params string[] rows) => Part(rows.Length, null, rows);

    /// <summary>One page of several; null for the last.</summary>
    public static string Part(int totalSize, string? next, params string[] rows) =>
        $$"""{"totalSize":{{totalSize}},"done":{{(next is null ? "true" : "false")}},{{(next is null ? "" : $"\"nextRecordsUrl\":\"{next}\",")}}"records":[{{string.Join(',', rows)}}]}""";

    public static string Row(string type, string fields) => $$$"""{"attributes":{"type":"{{{type}}}","url":"/x"}{{{(fields.Length > 0 ? "," : "")}}}{{{fields}}}}""";

    public static async Task<List<object>> ReadAsync(FakeOrg org, string soql, QueryOptions? options = null)
    {
        using var connection = await org.ConnectAsync();
        var rows = new List<object>();
        await foreach (var page in new QueryRunner(connection).ReadPagesAsync(soql, options ?? new QueryOptions()))
            rows.AddRange(page);
        return rows;
    }

    public static async Task<SalesforceRecord> ReadOneAsync(string soql, string row)
    {
        var org = new FakeOrg { Query = _ => Of(row) };
        return (SalesforceRecord)(await ReadAsync(org, soql))[0];
    }

    public static object? Value(this object row, string name)
    {
        var record = (SalesforceRecord)row;
        return record.values[record.schema.IndexOf(name)];
    }

    public static IReadOnlyList<string> Names(this object row) => ((SalesforceRecord)row).schema.Names;
}
