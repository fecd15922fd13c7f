namespace SalesforcePS.Emulator.Schema.Layouts;

/// <summary>A field, something else that stands on a page, or an empty place.</summary>
internal sealed record LayoutItem
{
    public static readonly LayoutItem Empty = new();

    public string? Field { get; init; }

    public LayoutBehavior Behavior { get; init; }

    /// <summary>The layoutComponentType in the partner WSDL of what is no field, such as VisualforcePage.</summary>
    public string? ComponentType { get; init; }

    /// <summary>The name of what is no field.</summary>
    public string? ComponentName { get; init; }
}
