using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Files;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Lists files: what hangs on records, or single files by their Ids.</summary>
[Cmdlet(VerbsCommon.Get, "SfAttachment", DefaultParameterSetName = OfRecord)]
[OutputType(typeof(SfAttachment))]
public sealed class GetSfAttachmentCommand : SessionCmdlet
{
    private const string OfRecord = "ParentId";
    private const string ByObject = "InputObject";
    private const string ById = "Id";
    private const int MostTogether = 200;

    private readonly List<string> waiting = [];

    /// <summary>The records.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = OfRecord)]
    [ValidateNotNullOrEmpty]
    public string[] ParentId { get; set; } = [];

    /// <summary>The records: Ids, or objects with an Id property.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Single files: documents, versions or attachments.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
            Find();
        else if (ParameterSetName == OfRecord)
            Array.ForEach(ParentId, id => Wait(id, id));
        else if (RecordReader.IdOf(InputObject) is { } id)
            Wait(id, InputObject);
        else
            WriteError(ErrorRecords.Input(nameof(Messages.InputNotARecord), Messages.InputNotARecord, InputObject, $"'{InputObject}'"));
        if (waiting.Count >= MostTogether)
            List();
    }

    protected override void EndProcessing()
    {
        if (waiting.Count > 0)
            List();
    }

    /// <summary>What cannot be an Id would have the other records' files refused too.</summary>
    private void Wait(string id, object target)
    {
        if (FileCatalog.IsParent(id))
            waiting.Add(id);
        else
            WriteError(ErrorRecords.Input(nameof(Messages.ParentIdInvalid), Messages.ParentIdInvalid, target, id));
    }

    private void List()
    {
        string[] ids = [.. waiting];
        waiting.Clear();
        Guard(() => Write(new FileCatalog(Connection).OfRecordsAsync(ids, StopToken)), ids);
    }

    private void Find()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        string[] files = [.. Id.Where(FileCatalog.IsFile)];
        Guard(
            () =>
            {
                foreach (var file in new FileCatalog(Connection).FindAsync(files, StopToken).ToBlockingEnumerable(StopToken))
                {
                    found.UnionWith([Short(file.Id), Short(file.VersionId ?? file.Id)]);
                    WriteObject(new SfAttachment(file));
                }
            },
            Id);
        foreach (var id in Id.Where(id => !found.Contains(Short(id))))
            WriteError(ErrorRecords.AttachmentNotFound(id, id));
    }

    private void Write(IAsyncEnumerable<StoredFile> files)
    {
        foreach (var file in files.ToBlockingEnumerable(StopToken))
            WriteObject(new SfAttachment(file));
    }

    /// <summary>Ids of 15 characters and of 18 are the same.</summary>
    private static string Short(string id) => id[..Math.Min(15, id.Length)];
}
