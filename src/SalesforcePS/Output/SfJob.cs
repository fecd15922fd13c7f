using SalesforcePS.Core.Bulk;

namespace SalesforcePS;

/// <summary>A bulk job as the org told it when this object was made; Get-SfJob asks again.</summary>
public sealed class SfJob
{
    internal SfJob(BulkJob job) => Job = job;

    public string Id => Job.Id;

    public SfJobKind Kind => Job.IsClassic ? SfJobKind.Bulk1 : Job.IsQuery ? SfJobKind.Bulk2Query : SfJobKind.Bulk2Ingest;

    public string Operation => Job.Operation;

    public string ObjectType => Job.ObjectType;

    /// <summary>Open, UploadComplete, InProgress, JobComplete, Failed or Aborted; Closed for Bulk 1.0.</summary>
    public string State => Job.State;

    /// <summary>True where the org does nothing more with the job; not known, and so false, of a closed job of Bulk 1.0 in a list.</summary>
    public bool IsDone => Job.IsDone;

    /// <summary>Rows the job has worked on, refused ones included; null in a list, which does not say it.</summary>
    public long? RecordsProcessed => Job.RecordsProcessed;

    /// <summary>Rows that were refused; null in a list, and for a job that reads.</summary>
    public long? RecordsFailed => Job.RecordsFailed;

    public string? ApiVersion => Job.ApiVersion;

    public DateTimeOffset? CreatedDate => Job.CreatedDate;

    /// <summary>Why the job as a whole failed, or of Bulk 1.0 its first batch that did; or why it could not be closed.</summary>
    public string? ErrorMessage => Job.ErrorMessage;

    internal BulkJob Job { get; }

    public override string ToString() => Id;
}
