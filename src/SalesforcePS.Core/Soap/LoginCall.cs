using System.Xml;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Soap;

/// <summary><c>login()</c> of the partner API.</summary>
internal static class LoginCall
{
    public static Task<AccessToken> SendAsync(
        ApiTransport transport, Uri address, string userName, Func<string> password, CancellationToken cancellation) =>
        SignInRefusal.TranslateAsync(
            address,
            new SoapCall(RequestSafety.Read, null, writer => Write(writer, userName, password()))
                .SendAsync(transport, _ => address, authenticated: false, usage: null, Read, cancellation));

    private static void Write(XmlWriter writer, string userName, string password)
    {
        writer.WriteStartElement("login", SoapNames.Partner);
        writer.WriteElementString("username", SoapNames.Partner, userName);
        writer.WriteElementString("password", SoapNames.Partner, password);
        writer.WriteEndElement();
    }

    private static AccessToken Read(XmlReader reader)
    {
        string? serverUrl = null, sessionId = null;
        var passwordExpired = false;
        reader.ReadToFollowing("result", SoapNames.Partner);
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
        {
            switch (reader.LocalName)
            {
                case "passwordExpired": passwordExpired = reader.ReadElementContentAsBoolean(); break;
                case "serverUrl": serverUrl = reader.ReadText(); break;
                case "sessionId": sessionId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }
        if (passwordExpired)
            throw new AuthenticationException("The user's password has expired. Set a new one in Salesforce, then connect again.")
            {
                ErrorCode = "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
            };
        if (serverUrl is null || sessionId is null)
            throw new ProtocolException("Salesforce's answer to login() has no session.");
        return new AccessToken(sessionId, new Uri(new Uri(serverUrl).GetLeftPart(UriPartial.Authority)));
    }
}
