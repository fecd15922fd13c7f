using System.Text.Json;

namespace SalesforcePS.Emulator.Hosting;

internal static class ReadyLine
{
    public static string Format(EmulatorHost host)
    {
        var credentials = host.Org.Credentials;
        return JsonSerializer.Serialize(new
        {
            url = host.Url,
            username = credentials.UserName,
            password = credentials.Password,
            securityToken = credentials.SecurityToken,
            clientId = credentials.ClientId,
            clientSecret = credentials.ClientSecret,
            organizationId = host.Org.Identity.OrganizationId,
            userId = host.Org.Identity.UserId,
        });
    }
}
