using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace SalesforcePS.Emulator.Tests.Bulk1;

internal sealed record AsyncResponse(HttpStatusCode Status, string? ContentType, byte[] Bytes)
{
    private static readonly XName Code = AsyncClient.Dataload + "exceptionCode";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public XElement Xml => XDocument.Parse(Text).Root!;

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>Of a refusal in XML.</summary>
    public string ExceptionCode => Xml.Element(Code)!.Value;

    public string ExceptionMessage => Value("exceptionMessage");

    /// <summary>A member of the answer, in whichever format it is.</summary>
    public string Value(string name) => ContentType == "application/json"
        ? Json.GetProperty(name).ToString()
        : Xml.Element(AsyncClient.Dataload + name)?.Value ?? throw new InvalidOperationException(Text);
}
