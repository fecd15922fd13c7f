namespace SalesforcePS.Emulator.Schema.Layouts;

/// <summary>A custom button or link of an object, with the names that metadata has for its properties.</summary>
internal sealed record WebLinkDefinition(string Name, string Label)
{
    public string? OpenType { get; init; }

    public string? LinkType { get; init; }

    public string? Page { get; init; }

    public string? EncodingKey { get; init; }

    public string? Url { get; init; }

    public string? Position { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    public int? Width { get; init; }

    public bool HasMenubar { get; init; }

    public bool HasScrollbars { get; init; }

    public bool HasToolbar { get; init; }

    public bool IsResizable { get; init; }

    public bool ShowsLocation { get; init; }

    public bool ShowsStatus { get; init; }
}
