using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Schema;

/// <summary>What can be said of a schema only when all of it is there.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<SchemaException> Check(OrgSchema schema) =>
        [.. RelationshipClashes(schema), .. RollUps(schema), .. FormulaCompiler.Compile(schema)];

    private static IEnumerable<SchemaException> RelationshipClashes(OrgSchema schema) =>
        from parent in schema.Types
        from relationship in parent.ChildRelationships
        where relationship.RelationshipName is not null
        group relationship by (parent, relationship.RelationshipName!.ToUpperInvariant()) into same
        where same.Count() > 1
        select new SchemaException(
            $"{same.Key.parent.Name} has several child relationships {same.First().RelationshipName}, by "
            + $"{string.Join(", ", same.Select(child => $"{child.ChildSObject}.{child.Field}"))}. Give them other relationshipNames.");

    private static List<SchemaException> RollUps(OrgSchema schema)
    {
        var problems = new List<SchemaException>();
        foreach (var rollUp in schema.Types.SelectMany(type => type.Fields).Select(field => field.RollUp).OfType<RollUp>())
        {
            try
            {
                RollUpStatement.Make(schema, rollUp);
            }
            catch (SchemaException problem)
            {
                problems.Add(problem);
            }
        }
        return problems;
    }
}
