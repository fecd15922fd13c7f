namespace SalesforcePS.Emulator.Schema.Layouts;

internal sealed record ObjectLayouts
{
    public static readonly ObjectLayouts None = new();
}
