namespace SalesforcePS.Emulator.ListViews;

internal sealed record ListViewOrder(string Path, bool IsDescending, bool AreNullsLast);
