using System.Xml;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Owners;

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

    /// <summary>These hold more than texts, and nothing that has a meaning here: this org has no packages and writes no debug log.</summary>
    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal) { "DebuggingHeader", "PackageVersionHeader" };

    private readonly Dictionary<(string Header, string Member), string> members = [];
    private readonly HashSet<OwnerChangeOption> ownerChanges = [];

    public string? SessionId => Find("SessionHeader", "sessionId");

    public int? BatchSize => SoapInput.Number(Find("QueryOptions", "batchSize"), "batchSize");

    /// <summary>The language that the client wants labels and errors in; this org speaks one alone.</summary>
    public string? Language => Find("LocaleOptions", "language");

    public bool UpdateMru => IsTrue("MruHeader", "updateMru");

    public bool AllOrNone => IsTrue("AllOrNoneHeader", "allOrNone");

    public DmlOptions ToDmlOptions() => new()
    {
        AllOrNone = AllOrNone,
        AllowFieldTruncation = IsTrue("AllowFieldTruncationHeader", "allowFieldTruncation"),
        AllowDuplicateSave = IsTrue("DuplicateRuleHeader", "allowSave"),
        IncludeRecordDetails = IsTrue("DuplicateRuleHeader", "includeRecordDetails"),
        AssignmentRuleId = Find("AssignmentRuleHeader", "assignmentRuleId") is { Length: > 0 } id ? id : null,
        UseDefaultRule = IsTrue("AssignmentRuleHeader", "useDefaultRule"),
        OwnerChanges = ownerChanges,
    };

    /// <summary>Reads from the Header element to behind its end.</summary>
    public static SoapHeaders Read(XmlReader reader)
    {
        var headers = new SoapHeaders();
        foreach (var header in reader.Children())
        {
            if (header.NamespaceURI == SoapNames.Partner && Known.Contains(header.LocalName))
                headers.ReadKnown(header);
            else if (header.GetAttribute("mustUnderstand", SoapNames.Envelope) is "1" or "true")
                throw new SoapException("MustUnderstand", $"Did not understand \"MustUnderstand\" header(s): {{{header.NamespaceURI}}}{header.LocalName}");
        }

        return headers;
    }

    private void ReadKnown(XmlReader reader)
    {
        if (reader.LocalName == "OwnerChangeOptions")
            ReadOwnerChanges(reader);
        else if (!Passed.Contains(reader.LocalName))
            ReadMembers(reader);
    }

    private void ReadOwnerChanges(XmlReader reader)
    {
        foreach (var option in reader.Children())
        {
            var (type, execute) = ("", false);
            foreach (var member in option.Children())
            {
                var isType = member.LocalName == "type";
                var text = member.Text() ?? "";
                (type, execute) = isType ? (text, execute) : (type, SoapInput.Flag(text, "execute"));
            }

            if (!Enum.TryParse<OwnerChangeOption>(type, out var change))
                throw SoapInput.Invalid(type, "OwnerChangeOptionType");
            if (execute)
                ownerChanges.Add(change);
        }
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

    private bool IsTrue(string header, string member) => SoapInput.Flag(Find(header, member), member);
}
