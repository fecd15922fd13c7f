using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Replication;
using SalesforcePS.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that ask which records changed in a window of time.</summary>
public abstract class ChangedRecordCommand : SessionCmdlet
{
    /// <summary>The API name of the object.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Type", "SObject")]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string ObjectType { get; set; } = null!;

    /// <summary>The start of the window; a time without a zone is local.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("Start", "StartDate")]
    public DateTimeOffset Since { get; set; }

    /// <summary>The end of the window; now without it.</summary>
    [Parameter(Position = 2)]
    [Alias("End", "EndDate")]
    public DateTimeOffset? Until { get; set; }

    /// <summary>The name of a variable that gets the end of what the answer covers, records or not.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LatestDateCoveredVariable { get; set; }

    protected override void ProcessRecord() => Guard(Write, ObjectType);

    /// <summary>Puts the records out, and says up to when the answer goes.</summary>
    private protected abstract DateTimeOffset Write(RecordChanges changes, ReplicationWindow window);

    private protected static T Wait<T>(Task<T> work) => work.GetAwaiter().GetResult();

    private void Write()
    {
        try
        {
            var covered = Write(new RecordChanges(Connection), new ReplicationWindow(Since, Until ?? TimeProvider.System.GetUtcNow()));
            if (LatestDateCoveredVariable is { } name)
                SessionState.PSVariable.Set(name, covered);
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            WriteError(ErrorRecords.Request(refused, refused.ErrorCode == "INVALID_REPLICATION_DATE" ? Since : ObjectType));
        }
    }
}
