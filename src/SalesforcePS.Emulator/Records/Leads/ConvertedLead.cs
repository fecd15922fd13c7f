using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>What the org itself writes once a lead is converted.</summary>
internal sealed class ConvertedLead(WriteContext context)
{
    /// <summary>A converted lead is read only (SOAP API guide, convertLead).</summary>
    public static bool Is(WriteContext context, SObjectType type, string id)
    {
        if (type.Name != "Lead" || !SalesforceId.TryGetKey(id, out var key))
            return false;
        var statement = context.Database.Prepare($"SELECT \"IsConverted\" FROM \"Lead\" WHERE \"{SqlName.Key}\" = ?");
        var isConverted = statement.Bind(1, key).Step() && statement.Integer(0) == 1;
        statement.Reset();
        return isConverted;
    }

    public void Mark(string leadId, string status, string accountId, string contactId, string? opportunityId)
    {
        SalesforceId.TryGetKey(leadId, out var key);
        context.Database.Prepare(
            "UPDATE \"Lead\" SET \"IsConverted\" = 1, \"IsUnreadByOwner\" = 0, \"Status\" = ?, \"ConvertedDate\" = date(? / 1000, 'unixepoch'), \"ConvertedAccountId\" = ?, "
            + "\"ConvertedContactId\" = ?, \"ConvertedOpportunityId\" = ?, \"LastModifiedDate\" = ?, \"LastModifiedById\" = ?, \"SystemModstamp\" = ? "
            + $"WHERE \"{SqlName.Key}\" = ?")
            .Bind(1, status).Bind(2, context.Now).Bind(3, accountId).Bind(4, contactId).Bind(5, opportunityId)
            .Bind(6, context.Now).Bind(7, context.User.UserId).Bind(8, context.Now).Bind(9, key).Step();
        foreach (var activity in new[] { "Task", "Event" })
            MoveActivities(activity, leadId, contactId, opportunityId ?? accountId);
        foreach (var (child, field) in new[] { ("Note", "ParentId"), ("Attachment", "ParentId"), ("ContentDocumentLink", "LinkedEntityId") })
            Move(child, field, leadId, contactId);
        // The member stays that of the lead, and becomes that of the contact too.
        context.Database.Prepare($"UPDATE \"CampaignMember\" SET \"ContactId\" = ?, \"{SystemFields.SystemModstamp}\" = ? WHERE \"LeadId\" = ?")
            .Bind(1, contactId).Bind(2, context.Now).Bind(3, leadId).Step();
    }

    private void MoveActivities(string type, string leadId, string contactId, string whatId) =>
        context.Database.Prepare($"UPDATE \"{type}\" SET \"WhoId\" = ?, \"WhatId\" = coalesce(\"WhatId\", ?), \"{SystemFields.SystemModstamp}\" = ? WHERE \"WhoId\" = ?")
            .Bind(1, contactId).Bind(2, whatId).Bind(3, context.Now).Bind(4, leadId).Step();

    private void Move(string type, string field, string fromId, string toId) =>
        context.Database.Prepare($"UPDATE \"{type}\" SET \"{field}\" = ?, \"{SystemFields.SystemModstamp}\" = ? WHERE \"{field}\" = ?")
            .Bind(1, toId).Bind(2, context.Now).Bind(3, fromId).Step();
}
