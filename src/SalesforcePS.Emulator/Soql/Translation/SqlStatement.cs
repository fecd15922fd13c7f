namespace SalesforcePS.Emulator.Soql.Translation;

/// <param name="Text">SQL with the parameters @p0, @p1 and so on, and @list where rows are asked for by a list.</param>
/// <param name="Parameters">The values of @p0, @p1 and so on.</param>
internal sealed record SqlStatement(string Text, IReadOnlyList<object> Parameters)
{
    /// <summary>A JSON array of record keys or of parents' ids.</summary>
    public const string List = "@list";
}
