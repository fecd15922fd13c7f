using System.Text.Json;

namespace SalesforcePS.Emulator.Rest.Files;

/// <summary>By which a record of a collection names its file: the part of the body, and the field that the part is for.</summary>
internal sealed record BinaryPart(string Name, string Field)
{
    public static BinaryPart? Of(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("attributes", out var attributes)
        && Text(attributes, "binaryPartName") is { } name
        && Text(attributes, "binaryPartNameAlias") is { } field
            ? new BinaryPart(name, field)
            : null;

    private static string? Text(JsonElement attributes, string name) =>
        attributes.ValueKind == JsonValueKind.Object && attributes.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
