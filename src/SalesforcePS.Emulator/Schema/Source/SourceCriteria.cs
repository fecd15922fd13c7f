using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The entry criteria of approval processes and their steps: a formula, or filter items, which become one.</summary>
internal sealed class SourceCriteria(SObjectType type, OrgSchema schema)
{
    private const string CurrentUser = "User.";

    /// <summary>Null where all records meet them.</summary>
    public Formula? Read(SourceElement owner)
    {
        if (owner.Child("entryCriteria") is not { } criteria)
            return null;
        var items = criteria.Children("criteriaItems");
        return (criteria.Text("formula"), items.Count) switch
        {
            ({ } formula, 0) => Of(formula, criteria),
            (null, > 0) => Of($"IF({Conditions(criteria, items)}, TRUE, FALSE)", criteria),
            _ => throw criteria.Mistake("entryCriteria need a formula or criteriaItems, and not both", "Keep one of the two"),
        };
    }

    private string Conditions(SourceElement criteria, IReadOnlyList<SourceElement> items)
    {
        var formula = new SourceFilterFormula(new PathResolver(schema, type, blankIsZero: false), PathOf);
        return SourceFilterFormula.Combine(criteria, [.. items.Select(formula.Condition)]);
    }

    private static Formula Of(string text, SourceElement criteria) => new(text, FormulaUse.Field, criteria.File);

    /// <summary>Fields stand there with their object, or with User for whoever submits the record; a parent goes by its name.</summary>
    private string PathOf(string field)
    {
        if (field.StartsWith(CurrentUser, StringComparison.OrdinalIgnoreCase))
            return $"${field}";
        var path = field.StartsWith($"{type.Name}.", StringComparison.OrdinalIgnoreCase) ? field[(type.Name.Length + 1)..] : field;
        return (type.FindRelationship(path) ?? type.FindField(path)) is { Type: FieldType.Reference, RelationshipName: { } relationship } reference
            ? NameOf(reference, relationship)
            : path;
    }

    /// <summary>Of several possible parents, a user: they are owners.</summary>
    private string NameOf(SObjectField reference, string relationship)
    {
        var parent = reference.IsPolymorphic ? "User" : reference.ReferenceTo[0];
        return $"{relationship}{(reference.IsPolymorphic ? $":{parent}" : "")}.{schema.Find(parent)!.NameField!.Name}";
    }
}
