using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>How jobs and batches are kept in the database.</summary>
internal static class BulkJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
