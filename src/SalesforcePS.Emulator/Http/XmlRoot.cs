using System.Text.Json;

namespace SalesforcePS.Emulator.Http;

/// <summary>The names of a resource's outer elements in XML. A record is named by its type.</summary>
internal sealed record XmlRoot(string Element, string Item = "Result")
{
    public static readonly XmlRoot Errors = new("Errors", "Error");

    public string ElementFor(JsonElement value) => TypeOf(value) ?? Element;

    public string ItemElementFor(JsonElement value) => TypeOf(value) ?? Item;

    private static string? TypeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("attributes", out var attributes)
        && attributes.ValueKind == JsonValueKind.Object
        && attributes.TryGetProperty("type", out var type)
            ? type.GetString()
            : null;
}
