using System.Xml;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Soap;

/// <summary><c>getUserInfo()</c>: who the session belongs to. Works with every kind of session, whatever its OAuth scopes.</summary>
internal static class UserInfoCall
{
    public static Task<UserInfo> SendAsync(ApiTransport transport, Func<AccessToken?, Uri> address, ApiUsage usage, CancellationToken cancellation) =>
        new SoapCall(RequestSafety.Read, null, static writer =>
        {
            writer.WriteStartElement("getUserInfo", SoapNames.Partner);
            writer.WriteEndElement();
        }).SendAsync(transport, address, authenticated: true, usage, Read, cancellation);

    private static UserInfo Read(XmlReader reader)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        reader.ReadToFollowing("result", SoapNames.Partner);
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
            values[reader.LocalName] = reader.ReadText();
        return new UserInfo(
            values.GetValueOrDefault("userId") ?? "",
            values.GetValueOrDefault("userName") ?? "",
            values.GetValueOrDefault("userFullName") ?? "",
            values.GetValueOrDefault("organizationId") ?? "",
            values.GetValueOrDefault("organizationName") ?? "");
    }
}
