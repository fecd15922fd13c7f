namespace SalesforcePS.Emulator.Schema.Source;

internal sealed record SourcePicklist(IReadOnlyList<PicklistValue> Values, bool IsRestricted, string? ControllingField)
{
    public static readonly SourcePicklist None = new([], false, null);
}
