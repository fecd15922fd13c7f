namespace SalesforcePS.Emulator.Control;

internal sealed class RequestLogEntry(string method, string path)
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    /// <summary>0 when the connection was closed without an answer.</summary>
    public int Status { get; set; }

    public string? SoapOperation { get; set; }

    /// <summary>Bytes of the body as they came over the wire.</summary>
    public long RequestBytes { get; set; }

    /// <summary>Bytes of the body as they went over the wire.</summary>
    public long ResponseBytes { get; set; }

    public bool IsLogged { get; set; }
}
