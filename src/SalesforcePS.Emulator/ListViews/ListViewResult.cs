using SalesforcePS.Emulator.Querying;

namespace SalesforcePS.Emulator.ListViews;

/// <param name="Query">The list view, its columns and its SOQL.</param>
/// <param name="Rows">The records that were asked for.</param>
/// <param name="IsDone">Whether none come behind them.</param>
internal sealed record ListViewResult(ListViewQuery Query, IReadOnlyList<QueryRow> Rows, bool IsDone);
