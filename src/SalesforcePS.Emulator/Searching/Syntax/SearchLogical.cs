namespace SalesforcePS.Emulator.Searching.Syntax;

internal sealed record SearchLogical(bool IsAnd, SearchTerm Left, SearchTerm Right) : SearchTerm
{
    /// <summary>All that this operator joins, however many stand in one chain.</summary>
    public IEnumerable<SearchTerm> Operands()
    {
        var rest = new Stack<SearchTerm>([this]);
        while (rest.TryPop(out var next))
        {
            if (next is SearchLogical logical && logical.IsAnd == IsAnd)
            {
                rest.Push(logical.Right);
                rest.Push(logical.Left);
            }
            else
            {
                yield return next;
            }
        }
    }
}
