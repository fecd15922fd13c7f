using SalesforcePS.Core.Bulk;

namespace SalesforcePS;

/// <summary>A bulk job as the org told it when this object was made; Get-SfJob asks again.</summary>
public sealed class SfJob
{
    internal SfJob(BulkJob job) => Job = job;

    public string Id => Job.Id;

    /// <summary>V2Ingest, V2Query or Classic (Bulk 1.0).</summary>
    public string? Kind => Job.JobType;

    public string Operation => Job.Operation;

    public string ObjectType => Job.ObjectType;

    /// <summary>Open, UploadComplete, InProgress, JobComplete, Failed or Aborted; Closed for Bulk 1.0.</summary>
    public string State => Job.State;

    /// <summary>Rows the job has worked on, refused ones included.</summary>
    public long RecordsProcessed => Job.RecordsProcessed;

    public long RecordsFailed => Job.RecordsFailed;

    public string? ApiVersion => Job.ApiVersion;

    public DateTimeOffset? CreatedDate => Job.CreatedDate;

    /// <summary>Why the job as a whole failed.</summary>
    public string? ErrorMessage => Job.ErrorMessage;

    internal BulkJob Job { get; }

    public override string ToString() => Id;
}
