using System.Text.Json;

namespace SalesforcePS.Emulator.Rest.Json;

/// <summary>The members that a body must have; what is missing or of another kind is a JSON_PARSER_ERROR.</summary>
internal static class JsonMembers
{
    /// <summary>Null where the member is absent or null.</summary>
    public static JsonElement? Find(JsonElement owner, string name)
    {
        if (owner.ValueKind != JsonValueKind.Object)
            throw RestBody.Malformed($"An object with the member {name} is expected.");
        return owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public static string Text(JsonElement owner, string name) =>
        Find(owner, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Missing(name, "a text");

    /// <summary>Null where the member is absent or null.</summary>
    public static string? OptionalText(JsonElement owner, string name) => Find(owner, name) is null ? null : Text(owner, name);

    public static List<JsonElement> Array(JsonElement owner, string name) =>
        Find(owner, name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : throw Missing(name, "an array");

    /// <summary>False where the member is absent. XML has its booleans as texts.</summary>
    public static bool Flag(JsonElement owner, string name) => Find(owner, name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } value => value.GetBoolean(),
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => throw Missing(name, "a boolean"),
    };

    private static ApiException Missing(string name, string kind) => RestBody.Malformed($"The member {name} must be {kind}.");
}
