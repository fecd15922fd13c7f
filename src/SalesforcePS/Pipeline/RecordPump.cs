using System.Management.Automation;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Pipeline;

/// <summary>Carries records to a writer.</summary>
internal sealed class RecordPump(Func<Action<Action<Cmdlet>>, IRecordWriter> create, Action<RecordOutcome> handle, CancellationToken stopping)
    : Pump<InputRecord, RecordOutcome>(say => create(say).WriteAsync, handle, stopping)
{
    protected override bool IsRefusal(RecordOutcome outcome) => !outcome.Success;
}
