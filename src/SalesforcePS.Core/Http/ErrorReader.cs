using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Http;

/// <summary>Reads a refusal in the language it came in: a SOAP fault, an XML error of Bulk 1.0, or JSON.</summary>
internal static class ErrorReader
{
    public static async Task<SalesforceException> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType is "text/xml" or "application/xml" or "application/soap+xml")
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            if (SoapFault.TryRead(body, (int)response.StatusCode) is { } fault)
                return fault;
            if (ClassicFault.TryRead(body, (int)response.StatusCode) is { } error)
                return error;
        }
        return await RestErrorReader.ReadAsync(response, cancellation).ConfigureAwait(false);
    }
}
