using System.Xml;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap.Operations;

internal static class UserInfo
{
    private const int LargestAttachment = 26_214_400;

    public static void Write(XmlWriter writer, string name, OrgIdentity identity, TimeSpan sessionTimeout)
    {
        writer.Start(name);
        writer.Boolean("accessibilityMode", false);
        writer.Boolean("chatterExternal", false);
        writer.Text("currencySymbol", "$");
        writer.Number("orgAttachmentFileSizeLimit", LargestAttachment);
        writer.Text("orgDefaultCurrencyIsoCode", OrgIdentity.CurrencyIsoCode);
        writer.Text("orgDefaultCurrencyLocale", OrgIdentity.Locale);
        writer.Boolean("orgDisallowHtmlAttachments", false);
        writer.Boolean("orgHasPersonAccounts", false);
        writer.Text("organizationId", identity.OrganizationId);
        writer.Boolean("organizationMultiCurrency", false);
        writer.Text("organizationName", identity.OrganizationName);
        writer.Text("profileId", identity.ProfileId);
        writer.Nil("roleId");
        writer.Number("sessionSecondsValid", (int)sessionTimeout.TotalSeconds);
        writer.Nil("userDefaultCurrencyIsoCode");
        writer.Text("userEmail", identity.Email);
        writer.Text("userFullName", identity.FullName);
        writer.Text("userId", identity.UserId);
        writer.Text("userLanguage", OrgIdentity.Language);
        writer.Text("userLocale", OrgIdentity.Locale);
        writer.Text("userName", identity.UserName);
        writer.Text("userTimeZone", OrgIdentity.TimeZone);
        writer.Text("userType", "Standard");
        writer.Text("userUiSkin", "Theme3");
        writer.WriteEndElement();
    }
}
