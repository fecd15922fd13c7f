using System.Management.Automation;
using System.Text.Json;

namespace SalesforcePS.Binding;

/// <summary>JSON as PowerShell objects, in the shape that ConvertFrom-Json gives: whole numbers are long, others double, and dates stay text.</summary>
internal static class JsonObjects
{
    public static object? Convert(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ConvertObject(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Convert).ToArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject ConvertObject(JsonElement json)
    {
        var result = new PSObject();
        foreach (var property in json.EnumerateObject())
            result.Properties.Add(new PSNoteProperty(property.Name, Convert(property.Value)));
        return result;
    }
}
