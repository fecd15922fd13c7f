using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Recorded;

/// <summary>Compares kinds of values and names of members, not the values themselves.</summary>
internal static class JsonShape
{
    /// <summary>The same members with values of the same kinds; a null on either side fits any kind.</summary>
    public static void AssertSame(JsonElement recorded, JsonElement actual, bool isOrdered = false)
    {
        AssertContains(recorded, actual, isOrdered);
        if (recorded.ValueKind == JsonValueKind.Object)
            Assert.Equal(Names(recorded).Order(StringComparer.Ordinal), Names(actual).Order(StringComparer.Ordinal));
    }

    /// <summary>At least the recorded members. Of lists the first items are compared.</summary>
    public static void AssertContains(JsonElement recorded, JsonElement actual, bool isOrdered = false)
    {
        if (recorded.ValueKind == JsonValueKind.Null || actual.ValueKind == JsonValueKind.Null)
            return;
        Assert.Equal(Kind(recorded), Kind(actual));
        if (recorded.ValueKind == JsonValueKind.Object)
            AssertMembers(recorded, actual, isOrdered);
        else if (recorded.ValueKind == JsonValueKind.Array && recorded.GetArrayLength() > 0 && actual.GetArrayLength() > 0)
            AssertContains(recorded[0], actual[0], isOrdered);
    }

    private static void AssertMembers(JsonElement recorded, JsonElement actual, bool isOrdered)
    {
        var names = Names(recorded);
        Assert.Empty(names.Except(Names(actual)));
        if (isOrdered)
            Assert.Equal(names, Names(actual).Intersect(names));
        foreach (var member in recorded.EnumerateObject())
            AssertContains(member.Value, actual.GetProperty(member.Name), isOrdered);
    }

    private static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(member => member.Name)];

    private static string Kind(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "Boolean" : value.ValueKind.ToString();
}
