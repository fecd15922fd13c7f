using System.Globalization;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Records.Approvals;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>The conversion of one lead.</summary>
internal sealed class LeadConversion(
    OrgDatabase database, RecordWriter writer, RecordReader reader, RequestUser user, DmlOptions options, TimeProvider time)
{
    private readonly List<RecordError> errors = [];

    public LeadConvertResult Run(LeadRecord lead, LeadConvertRequest request)
    {
        if (Check(lead, request) is { } error)
            return LeadConvertResult.Failed(lead.Id, error);
        var ownerId = request.OwnerId ?? lead.Text("OwnerId")!;
        var accountId = request.AccountId is { } account
            ? Fill("Account", account, Mapped("Account", lead))
            : Create("Account", request.Account, [.. Mapped("Account", lead), new("OwnerId", ownerId)], request.BypassAccountDedupeCheck);
        var contactId = request.ContactId is { } contact
            ? Fill("Contact", contact, Mapped("Contact", lead), request.OverwriteLeadSource ? "LeadSource" : null)
            : Create("Contact", request.Contact, [.. Mapped("Contact", lead), new("AccountId", accountId), new("OwnerId", ownerId)], request.BypassContactDedupeCheck);
        var opportunityId = Opportunity(lead, request, accountId, ownerId);
        if (errors.Count > 0)
            return LeadConvertResult.Failed(lead.Id, errors);
        var context = WriteContext.Start(database, user, options, time);
        new ConvertedLead(context).Mark(lead.Id, request.ConvertedStatus, accountId!, contactId!, opportunityId);
        return new LeadConvertResult(lead.Id, accountId, contactId, opportunityId, []);
    }

    private RecordError? Check(LeadRecord lead, LeadConvertRequest request)
    {
        if (lead.IsConverted)
            return LeadErrors.AlreadyConverted();
        var context = WriteContext.Start(database, user, options, time);
        if (new ApprovalLocks(context).Check(database.Schema.Find("Lead")!, lead.Id) is { } locked)
            return locked;
        if (!database.Schema.Find("Lead")!.FindField("Status")!.PicklistValues.Any(value => value is { Active: true, IsConverted: true } && value.Value == request.ConvertedStatus))
            return LeadErrors.InvalidStatus(request.ConvertedStatus);
        if (request.OwnerId is null && SalesforceId.KeyPrefix(lead.Text("OwnerId")!) != database.Schema.Find("User")!.KeyPrefix)
            return LeadErrors.OwnerMissing();
        foreach (var (argument, typeName, id) in new[] { ("ownerId", "User", request.OwnerId), ("accountId", "Account", request.AccountId), ("contactId", "Contact", request.ContactId), ("opportunityId", "Opportunity", request.OpportunityId) })
        {
            if (id is not null && Read(typeName, "Id", id) is null)
                return LeadErrors.InvalidReference(argument);
        }

        if (request.ContactId is null)
            return null;
        if (request.AccountId is null)
            return LeadErrors.ContactWithoutAccount();
        SalesforceId.TryNormalize(request.AccountId, out var accountId);
        return Equals(Read("Contact", "AccountId", request.ContactId), accountId) ? null : LeadErrors.ContactOfOtherAccount();
    }

    private string? Opportunity(LeadRecord lead, LeadConvertRequest request, string? accountId, string ownerId)
    {
        if (request.OpportunityId is { } existing)
            return Fill("Opportunity", existing, Mapped("Opportunity", lead));
        if (request.DoNotCreateOpportunity)
            return null;
        var stages = database.Schema.Find("Opportunity")!.FindField("StageName")!.PicklistValues;
        return Create("Opportunity", request.Opportunity,
        [
            .. Mapped("Opportunity", lead),
            new("Name", request.OpportunityName ?? $"{lead.Text("Company")}-"),
            new("StageName", stages.First(stage => stage.Active).Value),
            new("CloseDate", EndOfQuarter().ToString(StoredValue.DateFormat, CultureInfo.InvariantCulture)),
            new("AccountId", accountId),
            new("OwnerId", ownerId),
        ], bypassDuplicates: false);
    }

    private IEnumerable<FieldInput> Mapped(string target, LeadRecord lead) => lead.MappedBy(LeadFieldMap.To(target, database.Schema));

    private DateOnly EndOfQuarter()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddMonths(3).AddDays(-1);
    }

    /// <summary>What the call gives for the new record stands over what comes from the lead.</summary>
    private string? Create(string typeName, RecordInput? given, IReadOnlyList<FieldInput> mapped, bool bypassDuplicates)
    {
        if (errors.Count > 0)
            return null;
        var own = given?.Fields ?? [];
        var fields = mapped.Where(field => !own.Any(other => other.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)));
        var asked = options with { AllowDuplicateSave = options.AllowDuplicateSave || bypassDuplicates };
        return Note(writer.Create(user, [new RecordInput(typeName, null, [.. fields, .. own])], asked)[0]);
    }

    /// <summary>Only the empty fields of an existing record take a value, and the one that is to be overwritten.</summary>
    private string? Fill(string typeName, string id, IEnumerable<FieldInput> mapped, string? overwritten = null)
    {
        if (errors.Count > 0)
            return null;
        var fields = mapped.Where(field => field.Name == overwritten || Read(typeName, field.Name, id) is null or false).ToList();
        return Note(writer.Update(user, [new RecordInput(typeName, id, fields)], options)[0]);
    }

    private object? Read(string typeName, string field, string id)
    {
        var type = database.Schema.Find(typeName)!;
        return reader.Retrieve(type, [type.FindField(field)!], [id])[0]?.Values[0];
    }

    private string? Note(SaveResult result)
    {
        errors.AddRange(result.Errors);
        return result.Id;
    }
}
