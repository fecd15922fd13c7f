using System.Xml;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Leads;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class ConvertLeadOperation(EmulatedOrg org)
{
    public void ConvertLead(SoapCall call)
    {
        var requests = call.Arguments.Children().Where(argument => argument.LocalName == "leadConverts").Select(Read).ToList();
        if (requests.Count > LeadConverter.MostLeads)
            throw new ApiException("EXCEEDED_ID_LIMIT", FormattableString.Invariant($"record limit reached. cannot submit more than {LeadConverter.MostLeads} leads into this call"));
        var options = call.Headers.ToDmlOptions();
        foreach (var request in requests)
            Write(call.Result, org.Leads.Convert(call.User, request, options));
    }

    private static LeadConvertRequest Read(XmlReader reader)
    {
        var request = new LeadConvertRequest();
        foreach (var member in reader.Children())
        {
            request = member.LocalName switch
            {
                "accountRecord" => request with { Account = ReadRecord(member) },
                "contactRecord" => request with { Contact = ReadRecord(member) },
                "opportunityRecord" => request with { Opportunity = ReadRecord(member) },
                "relatedPersonAccountRecord" => request,
                _ => WithText(request, member),
            };
        }

        return request;
    }

    private static LeadConvertRequest WithText(LeadConvertRequest request, XmlReader member)
    {
        var name = member.LocalName;
        var text = member.Text() is { Length: > 0 } given ? given : null;
        return name switch
        {
            "leadId" => request with { LeadId = text ?? "" },
            "convertedStatus" => request with { ConvertedStatus = text ?? "" },
            "accountId" => request with { AccountId = text },
            "contactId" => request with { ContactId = text },
            "opportunityId" => request with { OpportunityId = text },
            "opportunityName" => request with { OpportunityName = text },
            "ownerId" => request with { OwnerId = text },
            "doNotCreateOpportunity" => request with { DoNotCreateOpportunity = SoapInput.Flag(text, name) },
            "overwriteLeadSource" => request with { OverwriteLeadSource = SoapInput.Flag(text, name) },
            "bypassAccountDedupeCheck" => request with { BypassAccountDedupeCheck = SoapInput.Flag(text, name) },
            "bypassContactDedupeCheck" => request with { BypassContactDedupeCheck = SoapInput.Flag(text, name) },
            // No mail is sent here, and this org has no person accounts.
            _ => request,
        };
    }

    private static RecordInput? ReadRecord(XmlReader member)
    {
        if (!member.IsNil())
            return SObjectReader.Read(member);
        member.Skip();
        return null;
    }

    private static void Write(XmlWriter writer, LeadConvertResult result)
    {
        writer.Start("result");
        writer.TextOrNil("accountId", result.AccountId);
        writer.TextOrNil("contactId", result.ContactId);
        ResultWriter.WriteErrors(writer, result.Errors);
        writer.TextOrNil("leadId", result.LeadId);
        writer.TextOrNil("opportunityId", result.OpportunityId);
        writer.Boolean("success", result.Success);
        writer.WriteEndElement();
    }
}
