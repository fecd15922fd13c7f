namespace SalesforcePS.Core.Soql;

/// <summary>A list behind IN at the top level of a query's condition: where it stands, and its items as written.</summary>
internal sealed record InList(int Start, int End, IReadOnlyList<string> Items);
