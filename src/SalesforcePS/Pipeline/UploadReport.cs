using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>Says in the pipeline what became of files that were uploaded. Runs on the pipeline thread.</summary>
internal sealed class UploadReport(Cmdlet cmdlet, RecordOperation operation)
{
    public void Say(RecordOutcome outcome)
    {
        var input = (FileInput)outcome.Record.Source;
        var length = input.Content.Length;
        input.Content.Dispose();
        if (outcome.Error is { } error)
        {
            cmdlet.WriteError(ErrorRecords.Record(error, $"{operation} of '{input.Name}'", input.Source));
            return;
        }
        cmdlet.WriteObject(new SfUploadResult
        {
            Id = outcome.Id,
            ContentDocumentId = outcome.ContentDocumentId,
            Name = input.Name,
            Size = length,
            ParentId = input.ParentId,
            Created = outcome.Created,
            Operation = operation.ToString(),
            ObjectType = outcome.Record.ObjectType,
            InputObject = input.Source,
            JobId = outcome.JobId,
        });
    }
}
