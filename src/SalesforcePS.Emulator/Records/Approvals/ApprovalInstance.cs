using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>One record on its way through an approval process.</summary>
/// <param name="Id">The ProcessInstance.</param>
/// <param name="Process">Its process.</param>
/// <param name="Type">The object of the record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="SubmitterId">Who submitted it.</param>
internal sealed record ApprovalInstance(string Id, ApprovalProcess Process, SObjectType Type, string RecordId, string SubmitterId)
{
    public long RecordKey => SalesforceId.TryGetKey(RecordId, out var key) ? key : throw new InvalidOperationException($"{RecordId} is no id of this org.");
}
