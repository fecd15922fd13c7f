using System.Management.Automation;
using SalesforcePS.Core.Replication;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Gets the Ids of the records that were made or changed in a window of time.</summary>
[Cmdlet(VerbsCommon.Get, "SfUpdatedRecord")]
[OutputType(typeof(SfUpdatedRecord))]
public sealed class GetSfUpdatedRecordCommand : ChangedRecordCommand
{
    private protected override DateTimeOffset Write(RecordChanges changes, ReplicationWindow window)
    {
        var updated = Wait(Task.Run(() => changes.GetUpdatedAsync(ObjectType, window, StopToken)));
        foreach (var id in updated.Ids)
            WriteObject(new SfUpdatedRecord { Id = id, ObjectType = ObjectType, LatestDateCovered = updated.LatestDateCovered });
        return updated.LatestDateCovered;
    }
}
