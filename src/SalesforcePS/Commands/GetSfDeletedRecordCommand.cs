using System.Management.Automation;
using SalesforcePS.Core.Replication;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Gets the Ids of the records that were deleted in a window of time.</summary>
[Cmdlet(VerbsCommon.Get, "SfDeletedRecord")]
[OutputType(typeof(SfDeletedRecord))]
public sealed class GetSfDeletedRecordCommand : ChangedRecordCommand
{
    private protected override DateTimeOffset Write(RecordChanges changes, ReplicationWindow window)
    {
        var deleted = Wait(Task.Run(() => changes.GetDeletedAsync(ObjectType, window, StopToken)));
        foreach (var record in deleted.Records)
        {
            WriteObject(new SfDeletedRecord
            {
                Id = record.Id,
                ObjectType = ObjectType,
                DeletedDate = record.DeletedDate,
                EarliestDateAvailable = deleted.EarliestDateAvailable,
                LatestDateCovered = deleted.LatestDateCovered,
            });
        }
        return deleted.LatestDateCovered;
    }
}
