namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>A dotted name; a segment is empty where two dots touch, which Salesforce refuses only when it resolves names.</summary>
internal sealed record FieldPath(IReadOnlyList<string> Segments, int Position)
{
    public string Name => Segments[^1];

    public override string ToString() => string.Join('.', Segments);
}
