using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas.Checking;

/// <summary>Finds what a dotted name means: a field of the record, of a parent up to ten levels away, or a global variable.</summary>
internal sealed class PathResolver(OrgSchema schema, SObjectType? root, bool blankIsZero)
{
    private const int MaximumHops = 10;

    private readonly GlobalVariables globals = new(schema, root);

    /// <summary>The computed fields that were found, on whatever object.</summary>
    public List<SObjectField> Computed { get; } = [];

    public FormulaExpression Resolve(string path)
    {
        var segments = path.Split('.');
        if (!path.StartsWith('$'))
            return Field(static scope => scope.Record, root ?? throw new FormulaException($"it cannot refer to the field {path}"), segments, path);
        if (globals.Value(segments) is { } value)
            return value;
        var (source, type, rest) = globals.Record(segments);
        return Field(source, type, rest, path);
    }

    private FieldExpression Field(RecordSource source, SObjectType start, string[] segments, string path)
    {
        var type = start;
        var hops = new List<ParentHop>();
        foreach (var segment in segments[..^1])
        {
            var hop = Hop(type, segment, path);
            hops.Add(hop);
            type = hop.Target;
        }
        if (hops.Count > MaximumHops)
            throw new FormulaException($"{path} leads over more than {MaximumHops} parents");
        var field = type.FindField(segments[^1]) ?? throw new FormulaException($"there is no field {segments[^1]} of {type.Name} ({path})");
        if (!field.HasColumn || FormulaValue.TypeOf(field.Type) is not { } formulaType)
            throw new FormulaException($"a field of type {field.Type} cannot stand in a formula ({path})");
        if (field.IsComputed)
            Computed.Add(field);
        return new FieldExpression(source, hops, field, formulaType, blankIsZero);
    }

    /// <summary>Owner:User and the like say which of several objects is meant.</summary>
    private ParentHop Hop(SObjectType type, string segment, string path)
    {
        var colon = segment.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? segment : segment[..colon];
        var reference = type.FindRelationship(name) ?? throw new FormulaException($"there is no relationship {name} of {type.Name} ({path})");
        string[] targets = colon < 0
            ? [.. reference.ReferenceTo]
            : [.. reference.ReferenceTo.Where(target => target.Equals(ObjectOf(segment[(colon + 1)..]), StringComparison.OrdinalIgnoreCase))];
        return targets is [var only] && schema.Find(only) is { } target
            ? new ParentHop(reference, target)
            : throw new FormulaException($"{segment} does not lead to one object ({path})");
    }

    // Formulas speak of queues where the API has groups.
    private static string ObjectOf(string name) => name.Equals("Queue", StringComparison.OrdinalIgnoreCase) ? "Group" : name;
}
