using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The query that makes the value of a roll-up summary field.</summary>
/// <param name="Sql">Its first parameter is the id of the record that has the field.</param>
/// <param name="Parameters">The others.</param>
internal sealed record RollUpStatement(string Sql, IReadOnlyList<object> Parameters)
{
    /// <exception cref="SchemaException">It summarizes what there is not, or in a way that is not supported.</exception>
    public static RollUpStatement Make(OrgSchema schema, RollUp rollUp)
    {
        var child = schema.Find(rollUp.Child) ?? throw Mistake(rollUp, $"there is no object {rollUp.Child}");
        var reference = child.FindField(rollUp.Reference) ?? throw Mistake(rollUp, $"there is no field {rollUp.Reference} of {child.Name}");
        if (reference is { Custom: true, RelationshipOrder: null })
            throw Mistake(rollUp, $"{child.Name}.{reference.Name} is no master-detail relationship");
        var parameters = new List<object>();
        var conditions = rollUp.Filters.Select(filter => FilterSql.Condition(
            child.FindField(filter.Field) ?? throw Mistake(rollUp, $"there is no field {filter.Field} of {child.Name}"),
            filter,
            parameters) ?? throw Mistake(rollUp, $"the filter {filter.Field} {filter.Operation} {string.Join(',', filter.Values)} is not supported"));
        var where = string.Concat(conditions.Select(condition => $" AND {condition}"));
        return new RollUpStatement(
            $"SELECT {Value(child, rollUp)} FROM {SqlName.Quote(child.Name)} "
            + $"WHERE {SqlName.Quote(reference.Column)} = ? AND \"{SystemFields.IsDeleted}\" = 0{where}",
            parameters);
    }

    private static string Value(SObjectType child, RollUp rollUp)
    {
        if (rollUp.Operation == RollUpOperation.Count)
            return "COUNT(*)";
        if (child.FindField(rollUp.Field ?? "") is not { } summarized)
            throw Mistake(rollUp, $"there is no field {rollUp.Field} of {child.Name}");
        if (!CanBeSummarized(summarized.Type, rollUp.Operation))
            throw Mistake(rollUp, $"{child.Name}.{summarized.Name} cannot be summed up by {rollUp.Operation}: its type is {summarized.Type}");
        var field = SqlName.Quote(summarized.Column);
        // A sum over nothing is 0, a least and a greatest of nothing are blank.
        return rollUp.Operation switch
        {
            RollUpOperation.Sum => $"TOTAL({field})",
            RollUpOperation.Min => $"MIN({field})",
            _ => $"MAX({field})",
        };
    }

    private static bool CanBeSummarized(FieldType type, RollUpOperation operation) =>
        FieldTypeDefaults.IsDecimal(type) || type == FieldType.Int
        || ((type is FieldType.Date or FieldType.DateTime) && operation != RollUpOperation.Sum);

    private static SchemaException Mistake(RollUp rollUp, string problem) => new($"{rollUp.Location}: {problem}.");
}
