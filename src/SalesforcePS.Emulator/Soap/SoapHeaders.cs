using System.Globalization;
using System.Xml;

namespace SalesforcePS.Emulator.Soap;

internal sealed class SoapHeaders
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "AllOrNoneHeader", "AllowFieldTruncationHeader", "AssignmentRuleHeader", "CallOptions", "CurrencyConversionHeader",
        "DebuggingHeader", "DisableFeedTrackingHeader", "DuplicateRuleHeader", "EmailHeader", "LocaleOptions",
        "LoginScopeHeader", "MruHeader", "OwnerChangeOptions", "PackageVersionHeader", "QueryOptions", "SessionHeader",
        "StreamingEnabledHeader", "UserTerritoryDeleteHeader",
    };

    private readonly Dictionary<(string Header, string Member), string> members = [];

    public string? SessionId => Find("SessionHeader", "sessionId");

    public int? BatchSize =>
        int.TryParse(Find("QueryOptions", "batchSize"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var size) ? size : null;

    public bool AllOrNone => IsTrue("AllOrNoneHeader", "allOrNone");

    public bool AllowFieldTruncation => IsTrue("AllowFieldTruncationHeader", "allowFieldTruncation");

    public bool AllowDuplicateSave => IsTrue("DuplicateRuleHeader", "allowSave");

    public string? AssignmentRuleId => Find("AssignmentRuleHeader", "assignmentRuleId") is { Length: > 0 } id ? id : null;

    public bool UseDefaultRule => IsTrue("AssignmentRuleHeader", "useDefaultRule");

    /// <summary>Reads from the Header element to behind its end.</summary>
    public static SoapHeaders Read(XmlReader reader)
    {
        var headers = new SoapHeaders();
        foreach (var header in reader.Children())
        {
            if (header.NamespaceURI == SoapNames.Partner && Known.Contains(header.LocalName))
                headers.ReadMembers(header);
            else if (header.GetAttribute("mustUnderstand", SoapNames.Envelope) is "1" or "true")
                throw new SoapException("MustUnderstand", $"Did not understand \"MustUnderstand\" header(s): {{{header.NamespaceURI}}}{header.LocalName}");
        }

        return headers;
    }

    private void ReadMembers(XmlReader reader)
    {
        var header = reader.LocalName;
        foreach (var member in reader.Children())
        {
            var name = member.LocalName;
            members[(header, name)] = member.Text() ?? "";
        }
    }

    private string? Find(string header, string member) => members.GetValueOrDefault((header, member));

    private bool IsTrue(string header, string member) => Find(header, member) is "true" or "1";
}
