namespace SalesforcePS.Emulator.Http;

/// <summary>Marks a request whose client asked for XML.</summary>
internal sealed class XmlWanted
{
    public static readonly XmlWanted Mark = new();
}
