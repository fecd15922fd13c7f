using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>Makes an account, a contact and an opportunity of a lead, or fills existing ones. Each lead is a transaction (SOAP API guide, convertLead).</summary>
internal sealed class LeadConverter(OrgDatabase database, RecordWriter writer, RecordReader reader, TimeProvider time)
{
    public const int MostLeads = 100;

    public LeadConvertResult Convert(RequestUser user, LeadConvertRequest request, DmlOptions options)
    {
        var result = LeadConvertResult.Failed(null);
        database.WriteUnlessRefused(() =>
        {
            result = Find(request.LeadId) is not { } lead
                ? LeadConvertResult.Failed(null, RecordErrors.BadId(request.LeadId))
                : user.Access.Find(database.Schema.Find("Lead")!) is not { Updateable: true }
                    ? LeadConvertResult.Failed(lead.Id, RecordErrors.NoAccess())
                    : new LeadConversion(database, writer, reader, user, options, time).Run(lead, request);
            return result.Success;
        });
        return result;
    }

    private LeadRecord? Find(string text)
    {
        var type = database.Schema.Find("Lead")!;
        return SalesforceId.TryNormalize(text, out var id) && reader.Retrieve(type, [.. type.Fields.Where(field => field.HasColumn)], [id])[0] is { } record
            ? new LeadRecord(record)
            : null;
    }
}
