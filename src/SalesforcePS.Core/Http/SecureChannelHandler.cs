using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Http;

/// <summary>Refuses to send secrets over plain http, except to this machine itself.</summary>
internal sealed class SecureChannelHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
            return base.SendAsync(request, cancellationToken);
        throw new SalesforceException($"'{uri.GetLeftPart(UriPartial.Authority)}' is not an https address: tokens are not sent in clear. Use https.")
        {
            ErrorCode = "HTTPS_REQUIRED",
        };
    }
}
