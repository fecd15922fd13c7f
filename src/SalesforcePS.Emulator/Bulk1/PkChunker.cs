using System.Text;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Splits a query into one for each range of Ids (Bulk API Developer Guide, PK Chunking).</summary>
internal sealed class PkChunker(BatchIntake intake, QueryService records, OrgSchema schema, UserDirectory users)
{
    private const string Id = SystemFields.Id;

    /// <summary>Null where the query runs as it is: no chunking is asked for, or the query cannot be split.</summary>
    public IReadOnlyList<BulkBatch>? Split(BulkJob job, string soql)
    {
        if (job.PkChunking is null || PkChunking.Parse(job.PkChunking) is not { } chunking || !IsSplittable(soql))
            return null;
        var type = schema.Find(job.Object)!;
        var queries = Ranges(job, type, chunking).Select(range => PkChunkQuery.Between(soql, range.From, range.Before));
        return intake.AddChunks(job.Id, [.. queries.Select(Encoding.UTF8.GetBytes)]);
    }

    /// <summary>A filter on an Id, an order or a limit switches chunking off.</summary>
    private static bool IsSplittable(string soql)
    {
        var source = new SoqlText(soql);
        if (SoqlParser.Parse(source) is not { OrderBy.Count: 0, Limit: null, Offset: null })
            return false;
        return !new Lexer(source).Read().SkipWhile(token => !token.IsKeyword("WHERE")).Any(token => token.IsKeyword(Id));
    }

    /// <summary>The ranges follow the Ids that there are, whichever records the query will find.</summary>
    private IEnumerable<(string From, string? Before)> Ranges(BulkJob job, SObjectType type, PkChunking chunking)
    {
        var first = chunking.StartRow ?? Outermost(job, type, "ASC") ?? SalesforceId.Create(type.KeyPrefix, 0);
        var last = Outermost(job, type, "DESC") ?? first;
        SalesforceId.TryGetKey(first, out var from);
        SalesforceId.TryGetKey(last, out var end);
        for (; from + chunking.ChunkSize <= end; from += chunking.ChunkSize)
            yield return (SalesforceId.Create(type.KeyPrefix, from), SalesforceId.Create(type.KeyPrefix, from + chunking.ChunkSize));
        yield return (SalesforceId.Create(type.KeyPrefix, from), null);
    }

    private string? Outermost(BulkJob job, SObjectType type, string order)
    {
        var page = records.Query(users.Require(job.CreatedById).Caller, $"SELECT {Id} FROM {type.Name} ORDER BY {Id} {order} LIMIT 1", job.Operation == BulkOperation.QueryAll);
        return page.Rows is [var row] ? row.Id : null;
    }
}
