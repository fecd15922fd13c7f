namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>An entry of the select list, with its path from the root, as in Account.Owner.Name.</summary>
internal sealed record SelectedItem(string Path, RowItem Item);
