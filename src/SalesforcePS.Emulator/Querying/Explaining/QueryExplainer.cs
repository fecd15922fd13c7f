using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Syntax;
using SalesforcePS.Emulator.Soql.Translation;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Querying.Explaining;

/// <summary>Finds the ways to run a query, with the numbers of the records as they are.</summary>
internal sealed class QueryExplainer(SqliteConnection connection, SqliteTransaction transaction, BoundQuery query)
{
    /// <summary>Fields that an org has an index on besides names and references.</summary>
    private static readonly HashSet<string> IndexedByAnOrg =
        [SystemFields.Id, SystemFields.CreatedDate, SystemFields.SystemModstamp, SystemFields.OwnerId, SystemFields.CreatedById, SystemFields.LastModifiedById];

    public Explanation Explain()
    {
        var records = Count(null);
        var filters = Filters(query.Where).ToArray();
        var notes = filters.Where(filter => !IsIndexed(filter)).SelectMany(FieldsOf).Select(field => field.Name).Append(SystemFields.IsDeleted).Distinct().ToArray();
        var plans = filters.Where(IsIndexed).Select(filter => IndexPlan(filter, records, notes)).OrderBy(plan => plan.RelativeCost).ThenBy(plan => plan.Cardinality);
        var found = Count(query.Where);
        var scan = new QueryPlan(found, [], QueryPlan.TableScan, notes, Selectivity.OfScan(found, records));
        return new Explanation(query.Type.Name, records, [.. plans.Append(scan).OrderBy(plan => plan.RelativeCost)]);
    }

    private QueryPlan IndexPlan(BoundCondition filter, long records, IReadOnlyList<string> notes)
    {
        var fields = FieldsOf(filter).ToArray();
        var found = Count(filter);
        return new QueryPlan(
            found, [.. fields.Select(field => field.Name).Distinct()], QueryPlan.Index, notes,
            Selectivity.OfIndex(found, records, fields.Any(field => field.Definition.Custom)));
    }

    /// <summary>What all records of the result must fulfil, part by part.</summary>
    private static IEnumerable<BoundCondition> Filters(BoundCondition? where) => where switch
    {
        null => [],
        BoundLogical { IsAnd: true } and => and.Operands.SelectMany(Filters),
        _ => [where],
    };

    private bool IsIndexed(BoundCondition filter) => filter switch
    {
        BoundLogical { IsAnd: false } or => or.Operands.All(IsIndexed),
        BoundComparison { Operator: ComparisonOperator.NotEqual } => false,
        BoundComparison { Operator: ComparisonOperator.Like, Value: BoundScalar { Value: string pattern } } like =>
            pattern.Length > 0 && pattern[0] is not ('%' or '_') && FieldsOf(like).Any(IsIndexed),
        BoundComparison or BoundMembership or BoundSemiJoin => FieldsOf(filter).Any(IsIndexed),
        _ => false,
    };

    private bool IsIndexed(BoundField field) => field.Table == query.Root
        && (SqlColumn.IsIndexed(field.Definition) || IndexedByAnOrg.Contains(field.Name));

    private static IEnumerable<BoundField> FieldsOf(BoundCondition filter) => filter switch
    {
        BoundNot not => FieldsOf(not.Operand),
        BoundLogical logical => logical.Operands.SelectMany(FieldsOf),
        BoundComparison { Left: BoundField field } => [field],
        BoundMembership { Left: BoundField field } => [field],
        BoundInclusion { Left: BoundField field } => [field],
        BoundSemiJoin semiJoin => [semiJoin.Left],
        _ => [],
    };

    private long Count(BoundCondition? where)
    {
        var counted = new BoundQuery { Root = query.Root, Shape = query.Shape, Columns = [], Where = where, IsCount = true };
        using var command = new QueryTranslator(counted, includeDeleted: false).Count().Command(connection, transaction);
        return (long)command.ExecuteScalar()!;
    }
}
