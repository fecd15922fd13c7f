namespace SalesforcePS.Emulator.Records.Leads;

internal static class LeadErrors
{
    public static RecordError AlreadyConverted() => new(StatusCode.CannotUpdateConvertedLead, "cannot reference converted lead", []);

    public static RecordError ContactOfOtherAccount() =>
        new(StatusCode.InvalidCrossReferenceKey, "the contact does not belong to the account: give accountId of the contact's own account", ["contactId"]);

    public static RecordError ContactWithoutAccount() => new(StatusCode.RequiredFieldMissing, "contactId needs accountId beside it", ["accountId"]);

    public static RecordError InvalidReference(string argument) => new(StatusCode.InvalidCrossReferenceKey, "invalid cross reference id", [argument]);

    public static RecordError InvalidStatus(string status) => new(StatusCode.InvalidStatus, $"invalid convertedStatus: {status}", ["convertedStatus"]);

    public static RecordError OwnerMissing() =>
        new(StatusCode.RequiredFieldMissing, "the lead is owned by a queue: give ownerId, the user who is to own the new records", ["ownerId"]);
}
