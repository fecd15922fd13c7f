using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Answers the identity URL and userinfo, for a token in the header or in the query.</summary>
internal sealed class IdentityEndpoint(EmulatedOrg org)
{
    public static string Url(string baseUrl, OrgIdentity identity) =>
        $"{baseUrl}/id/{identity.OrganizationId}/{identity.UserId}";

    public Task IdentityAsync(HttpContext context) => AnswerAsync(context, Named(context), (writer, identity, baseUrl) =>
    {
        writer.WriteString("id", Url(baseUrl, identity));
        writer.WriteBoolean("asserted_user", true);
        writer.WriteString("user_id", identity.UserId);
        writer.WriteString("organization_id", identity.OrganizationId);
        writer.WriteString("username", identity.UserName);
        writer.WriteString("nick_name", identity.FirstName);
        writer.WriteString("display_name", identity.FullName);
        writer.WriteString("email", identity.Email);
        writer.WriteBoolean("email_verified", true);
        writer.WriteString("first_name", identity.FirstName);
        writer.WriteString("last_name", identity.LastName);
        writer.WriteString("timezone", OrgIdentity.TimeZone);
        WriteUrls(writer, identity, baseUrl);
        writer.WriteBoolean("active", true);
        writer.WriteString("user_type", "STANDARD");
        writer.WriteString("language", OrgIdentity.Language);
        writer.WriteString("locale", OrgIdentity.Locale);
        writer.WriteNumber("utcOffset", 0);
        writer.WriteBoolean("is_app_installed", true);
    });

    public Task UserInfoAsync(HttpContext context) => AnswerAsync(context, named: null, (writer, identity, baseUrl) =>
    {
        writer.WriteString("sub", Url(baseUrl, identity));
        writer.WriteString("user_id", identity.UserId);
        writer.WriteString("organization_id", identity.OrganizationId);
        writer.WriteString("preferred_username", identity.UserName);
        writer.WriteString("nickname", identity.FirstName);
        writer.WriteString("name", identity.FullName);
        writer.WriteString("email", identity.Email);
        writer.WriteBoolean("email_verified", true);
        writer.WriteString("given_name", identity.FirstName);
        writer.WriteString("family_name", identity.LastName);
        writer.WriteString("zoneinfo", OrgIdentity.TimeZone);
        writer.WriteString("profile", $"{baseUrl}/{identity.UserId}");
        WriteUrls(writer, identity, baseUrl);
        writer.WriteBoolean("active", true);
        writer.WriteString("user_type", "STANDARD");
        writer.WriteString("language", OrgIdentity.Language);
        writer.WriteString("locale", OrgIdentity.Locale);
        writer.WriteNumber("utcOffset", 0);
    });

    /// <param name="context">The request.</param>
    /// <param name="named">Organization and user of an identity URL; userinfo tells of the token's own user.</param>
    /// <param name="write">The members of the answer.</param>
    private async Task AnswerAsync(HttpContext context, (string Organization, string User)? named, Action<Utf8JsonWriter, OrgIdentity, string> write)
    {
        var token = BearerToken.Read(context.Request) ?? context.Request.Query["oauth_token"].ToString();
        if (org.Sessions.Find(token) is not { } session)
            await RefuseAsync(context, StatusCodes.Status403Forbidden, token.Length == 0 ? "Missing_OAuth_Token" : "Bad_OAuth_Token");
        else if (named is { } other && other.Organization != org.Identity.OrganizationId)
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Wrong_Org");
        else if (org.Users.Find(named?.User ?? session.User.UserId) is not { } account)
            await RefuseAsync(context, StatusCodes.Status404NotFound, "Bad_Id");
        else
        {
            await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
            {
                writer.WriteStartObject();
                write(writer, account.Identity, RequestUrl.Base(context.Request));
                writer.WriteEndObject();
            });
        }
    }

    private static (string Organization, string User)? Named(HttpContext context) => (Id(context, "organization"), Id(context, "user"));

    private static string Id(HttpContext context, string name) =>
        SalesforceId.TryNormalize(context.Request.RouteValues[name]?.ToString(), out var id) ? id : "";

    private static async Task RefuseAsync(HttpContext context, int status, string reason)
    {
        using var text = new PooledStream();
        text.Write(Encoding.UTF8.GetBytes(reason));
        await ResponseSender.SendAsync(context, status, "text/html;charset=UTF-8", text);
    }

    private static void WriteUrls(Utf8JsonWriter writer, OrgIdentity identity, string baseUrl)
    {
        writer.WriteStartObject("urls");
        writer.WriteString("partner", $"{baseUrl}/services/Soap/u/{{version}}/{identity.OrganizationKey}");
        writer.WriteString("rest", $"{baseUrl}/services/data/v{{version}}/");
        writer.WriteString("sobjects", $"{baseUrl}/services/data/v{{version}}/sobjects/");
        writer.WriteString("query", $"{baseUrl}/services/data/v{{version}}/query/");
        writer.WriteString("profile", $"{baseUrl}/{identity.UserId}");
        writer.WriteEndObject();
    }
}
