namespace SalesforcePS.Emulator.Http;

internal static class RequestUrl
{
    /// <summary>The address under which the client reached the emulator, without a closing slash.</summary>
    public static string Base(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
