using System.Text.Json;
using System.Text.Unicode;

namespace SalesforcePS.Emulator.Http;

/// <summary>Parses JSON and sees to it that all of its texts can be read, which <see cref="JsonDocument"/> leaves until they are.</summary>
internal static class StrictJson
{
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            throw new JsonException("Invalid UTF-8 byte");
        var document = JsonDocument.Parse(utf8);
        if (utf8.Span.IndexOf(@"\u"u8) < 0 || HasWholeCharacters(utf8.Span))
            return document;
        document.Dispose();
        throw new JsonException("Incomplete surrogate pair in a text");
    }

    private static bool HasWholeCharacters(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
