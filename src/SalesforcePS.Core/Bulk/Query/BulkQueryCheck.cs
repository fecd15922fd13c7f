using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Knows what Bulk cannot query (api-asynch "SOQL Considerations"), so that no job is made in vain.</summary>
internal sealed class BulkQueryCheck(SchemaCache schema)
{
    private static readonly string[] Aggregates = ["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX", "GROUPING"];

    private readonly FieldTypes types = new(schema);

    /// <summary>What the query has that Bulk does not take, such as <c>GROUP BY</c>; null where it can be run.</summary>
    public async ValueTask<string?> FindObstacleAsync(string soql, SelectStatement select, CancellationToken cancellation)
    {
        if (Clause(soql) is { } clause)
            return clause;
        var root = await schema.GetAsync(select.From, cancellation).ConfigureAwait(false);
        foreach (var item in select.Items)
        {
            if (await FindObstacleAsync(item, root, cancellation).ConfigureAwait(false) is { } obstacle)
                return obstacle;
        }
        return null;
    }

    public static SalesforceException Refusal(string obstacle) =>
        new($"Bulk cannot run this query, because it has {obstacle}. Invoke-SfQuery -Api Rest can run it.") { ErrorCode = "NOT_SUPPORTED_BY_BULK" };

    private async ValueTask<string?> FindObstacleAsync(SelectItem item, ObjectDescription root, CancellationToken cancellation)
    {
        switch (item)
        {
            case SelectedChildren children:
                return $"a subquery ({children.Statement.From})";
            case SelectedTypeOf:
                return "TYPEOF";
            case SelectedFunction function when Array.Exists(Aggregates, name => name.Equals(function.Name, StringComparison.OrdinalIgnoreCase)):
                return $"an aggregate ({function.Name.ToUpperInvariant()})";
            case SelectedFunction { Argument: { } set } fields when fields.Name.Equals("FIELDS", StringComparison.OrdinalIgnoreCase):
                return set.Equals("STANDARD", StringComparison.OrdinalIgnoreCase)
                    ? root.Fields.Where(static field => !field.Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase))
                        .Select(static field => Obstacle(field.Name, field.Type)).FirstOrDefault(static obstacle => obstacle is not null)
                    : $"FIELDS({set.ToUpperInvariant()})";
            case SelectedField field:
                return Obstacle(
                    field.Path,
                    await types.OfAsync(FieldTypes.PathOf(field.Path, root), root, cancellation).ConfigureAwait(false));
            default:
                return null;
        }
    }

    private static string? Obstacle(string path, FieldType type) => type switch
    {
        FieldType.Address or FieldType.Location => $"a compound field ({path})",
        FieldType.Base64 => $"a binary field ({path})",
        _ => null,
    };

    private static string? Clause(string soql)
    {
        var tokens = SoqlLexer.Read(soql);
        var depth = 0;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is(soql, "("))
                depth++;
            else if (tokens[i].Is(soql, ")"))
                depth--;
            else if (depth == 0 && tokens[i].Is(soql, "GROUP") && tokens[i + 1].Is(soql, "BY"))
                return "GROUP BY";
            else if (depth == 0 && tokens[i].Is(soql, "OFFSET") && tokens[i + 1].Kind == SoqlTokenKind.Number)
                return "OFFSET";
        }
        return null;
    }
}
