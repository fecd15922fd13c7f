namespace SalesforcePS.Emulator.Http;

/// <summary>An org takes at most 16,384 bytes of URI, and of URI and headers together (REST API guide, status codes).</summary>
internal static class RequestSize
{
    public const int Largest = 16_384;

    public static void Check(HttpRequest request)
    {
        var size = request.Path.Value!.Length + request.QueryString.Value!.Length;
        if (size > Largest)
            throw new ApiException("URI_TOO_LONG", "The URI is too long.", StatusCodes.Status414UriTooLong);
        foreach (var (name, values) in request.Headers)
        {
            size += name.Length;
            foreach (var value in values)
                size += value!.Length;
        }

        if (size > Largest)
            throw new ApiException("REQUEST_HEADER_FIELDS_TOO_LARGE", "The URI and headers are too long.", StatusCodes.Status431RequestHeaderFieldsTooLarge);
    }
}
