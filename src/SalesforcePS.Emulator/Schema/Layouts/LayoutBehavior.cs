namespace SalesforcePS.Emulator.Schema.Layouts;

/// <summary>UiBehavior in the Metadata API.</summary>
internal enum LayoutBehavior
{
    Edit,
    Required,
    Readonly,
}
