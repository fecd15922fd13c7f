using System.Text.Json;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Bulk1;

internal static class AsyncJson
{
    public const string ContentType = "application/json";

    /// <summary>The members come in the order of the alphabet and with their nulls, unlike those in XML.</summary>
    public static void Write(Utf8JsonWriter writer, AsyncElement element)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in element.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            JsonValue.Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
