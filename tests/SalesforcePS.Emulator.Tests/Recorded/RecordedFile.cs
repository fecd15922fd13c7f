using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Recorded;

/// <summary>A response that others recorded from a real org. Tests are skipped where the reference data is not at hand.</summary>
internal static class RecordedFile
{
    public const string Restforce = "restforce-json/spec__fixtures__";
    public const string NetCoreForce = "netcoreforce-json/src__NetCoreForce.Client.Tests__responses__";
    public const string Soapforce = "soapforce-soap-xml/spec__fixtures__";

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path(file))).RootElement;

    public static XElement Xml(string file) => XDocument.Load(Path(file)).Root!;

    public static string Path(string file)
    {
        var path = ReferenceData.Find($"recorded/{file}");
        Assert.SkipWhen(path is null, "There is no reference data beside the repository.");
        return path!;
    }
}
