using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Query;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Brings the records of a query into a CSV file by Bulk, without making objects of them.</summary>
[Cmdlet(VerbsData.Export, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SfExportResult))]
public sealed class ExportSfRecordCommand : SessionCmdlet
{
    /// <summary>The SOQL text; write <c>:name</c> for a value.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Soql")]
    public string Query { get; set; } = null!;

    /// <summary>The file; it appears when it is complete.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The values for <c>:name</c>: text, numbers, dates, records, or lists of these.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Parameter { get; set; }

    /// <summary>Deleted records in the recycle bin, and archived activities, too.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <summary>The character between the fields: a comma, a semicolon, a tab, a pipe, a caret or a backquote.</summary>
    [Parameter]
    public char Delimiter { get; set; } = ',';

    /// <summary>Replaces an existing file, once the new one is complete.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (CsvDelimiter.NameOf(Delimiter) is not { } delimiter)
        {
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.DelimiterNotSupported), Messages.DelimiterNotSupported, Delimiter, Delimiter));
            return;
        }
        var path = GetUnresolvedProviderPathFromPSPath(Path);
        if (!Force && File.Exists(path))
            ThrowTerminatingError(ErrorRecords.FileExists(path));
        if (ShouldProcess(path, "Export"))
            Guard(() => Export(path, delimiter), Query);
    }

    private void Export(string path, string delimiter)
    {
        var progress = new ProgressTicker(this, $"Export to {System.IO.Path.GetFileName(path)}");
        try
        {
            WriteObject(Run(path, delimiter, progress));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.FileNotWritten(failed, path));
        }
        finally
        {
            progress.Complete();
        }
    }

    private SfExportResult Run(string path, string delimiter, ProgressTicker progress)
    {
        var started = Stopwatch.GetTimestamp();
        var remarks = new Remarks();
        var target = new ExportOptions(path) { Delimiter = delimiter, Overwrite = Force, Warn = remarks.Warning };
        var options = new QueryOptions { IncludeDeleted = IncludeDeleted, Parameters = QueryParameters.Read(Parameter), Note = remarks.Verbose };
        ExportProgress last = null!;
        foreach (var step in new QueryExport(Connection, target).RunAsync(Query, options, StopToken).ToBlockingEnumerable(StopToken))
        {
            remarks.Say(this);
            last = step;
            var total = step.Job.IsDone ? step.Job.RecordsProcessed : null;
            progress.Tick(
                () => step.Job.IsDone ? $"{step.Rows} of {total} records" : $"Job {step.Job.Id}: {step.Job.State}, {step.Job.RecordsProcessed ?? 0} records found",
                total > 0 ? (int)Math.Min(100, step.Rows * 100 / total.Value) : -1);
        }
        remarks.Say(this);
        return new SfExportResult { Path = path, Rows = last.Rows, JobId = last.Job.Id, Resumed = last.IsResumed, Duration = Stopwatch.GetElapsedTime(started) };
    }
}
