using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>Opens the JSON files that people write: with comments and trailing commas, and with messages that say where they are wrong.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static JsonDocument Read(string path, SchemaLocation location)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), Options);
        }
        catch (JsonException exception)
        {
            throw location.Mistake(
                $"it is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})", "Correct the syntax there");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw location.Mistake($"it cannot be read ({exception.Message.TrimEnd('.')})", "Check the path and the permissions");
        }
    }
}
