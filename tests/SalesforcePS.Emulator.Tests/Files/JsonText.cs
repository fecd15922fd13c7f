using System.Text.Json;

namespace SalesforcePS.Emulator.Tests.Files;

internal static class JsonText
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
