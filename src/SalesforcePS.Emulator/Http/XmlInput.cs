using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace SalesforcePS.Emulator.Http;

/// <summary>
/// Opens XML that a client sent. Where the declaration names UTF-16 and the bytes are none, they are UTF-8: .NET declares
/// UTF-16 in whatever it writes into a string, clients send that as UTF-8, and an org takes it.
/// </summary>
internal static partial class XmlInput
{
    private const int LongestDeclaration = 256;

    public static XmlReader Open(Stream content, XmlReaderSettings settings)
    {
        Span<byte> start = stackalloc byte[LongestDeclaration];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return FalseDeclaration().IsMatch(Encoding.Latin1.GetString(start[..length]))
            ? XmlReader.Create(new StreamReader(content, Encoding.UTF8), settings)
            : XmlReader.Create(content, settings);
    }

    [GeneratedRegex("""^(\xEF\xBB\xBF)?<\?xml[^>]*encoding\s*=\s*["']utf-16""", RegexOptions.IgnoreCase)]
    private static partial Regex FalseDeclaration();
}
