using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace SalesforcePS.Binding;

/// <summary>Takes an encoding by PowerShell's names (utf8, unicode, ansi), by its web name, or by its code page.</summary>
public sealed class EncodingArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>PowerShell's own names.</summary>
    internal static readonly string[] Names =
        ["ansi", "ascii", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf32", "utf8", "utf8BOM", "utf8NoBOM"];

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is Encoding or null)
            return given;
        var name = Convert.ToString(given, CultureInfo.InvariantCulture)!;
        return Named(name) ?? (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var codePage) ? ByCodePage(codePage) : ByWebName(name))
            ?? throw new ArgumentTransformationMetadataException($"'{name}' is no encoding. Give a name such as utf8, unicode, ansi or windows-1252, or the number of a code page.");
    }

    private static Encoding? Named(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" or "UTF8BOM" or "UTF8NOBOM" => Encoding.UTF8,
        "UNICODE" => Encoding.Unicode,
        "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
        "BIGENDIANUTF32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        "UTF32" => Encoding.UTF32,
        "ASCII" => Encoding.ASCII,
        "ANSI" or "DEFAULT" => ByCodePage(CultureInfo.CurrentCulture.TextInfo.ANSICodePage),
        "OEM" => ByCodePage(CultureInfo.CurrentCulture.TextInfo.OEMCodePage),
        _ => null,
    };

    private static Encoding? ByCodePage(int codePage) => Find(() => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage));

    private static Encoding? ByWebName(string name) => Find(() => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));

    private static Encoding? Find(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
