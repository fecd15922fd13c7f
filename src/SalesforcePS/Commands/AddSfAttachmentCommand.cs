using System.Collections;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Files;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Uploads files: as Salesforce Files, or as attachments.</summary>
[Cmdlet(VerbsCommon.Add, "SfAttachment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPath)]
[OutputType(typeof(SfUploadResult))]
public sealed class AddSfAttachmentCommand : SessionCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string ByContent = "Content";
    private const string ByObject = "InputObject";

    private RecordPump? pump;
    private ByteProgress? progress;
    private FileInputReader? reader;
    private bool isIdTaken;

    /// <summary>The files; wildcards take several.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files; no character means anything but itself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The body of the file: a byte array or a stream.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByContent)]
    [ValidateNotNull]
    public object Content { get; set; } = null!;

    /// <summary>Files of Get-ChildItem, paths, or objects that name a file and its record by their properties.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The record on which the files are to hang.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? ParentId { get; set; }

    /// <summary>The file name in Salesforce; without it that of the file.</summary>
    [Parameter(ParameterSetName = ByPath)]
    [Parameter(ParameterSetName = ByLiteralPath)]
    [Parameter(Mandatory = true, ParameterSetName = ByContent)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Which property of an object is meant: @{ 'their name' = 'ParentId' }, or Name, Path, Content and so on.</summary>
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    public Hashtable? Mapping { get; set; }

    /// <summary>A description, for all files that bring none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The owner, for all files that bring none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OwnerId { get; set; }

    /// <summary>The files become a new version of this document.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentDocumentId { get; set; }

    /// <summary>What those who see the record may do with the file.</summary>
    [Parameter]
    public SfShareType? ShareType { get; set; }

    /// <summary>Who sees the file with the record.</summary>
    [Parameter]
    public SfVisibility? Visibility { get; set; }

    /// <summary>Attachments, in place of Salesforce Files.</summary>
    [Parameter]
    public SwitchParameter Classic { get; set; }

    /// <summary>The attachment whose body is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>The content type of an attachment; without it, it follows from the name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Auto and Rest upload by REST; Bulk1 uploads attachments in zips.</summary>
    [Parameter]
    public SfApi Api { get; set; }

    /// <summary>Requests under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 20)]
    public int ThrottleLimit { get; set; } = 4;

    private bool IsClassic => Classic || Id is not null;

    private RecordOperation Operation => Id is null ? RecordOperation.Insert : RecordOperation.Update;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (UploadRules.Refusal(this, IsClassic) is { } refusal)
            ThrowTerminatingError(refusal);
        var properties = new FileProperties(Mapping);
        if (properties.Unknown is { } unknown)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.AttachmentMappingInvalid), Messages.AttachmentMappingInvalid, Mapping, unknown, string.Join(", ", FileProperties.All)));
        reader = new FileInputReader(properties, GetUnresolvedProviderPathFromPSPath, WriteError);
        progress = new ByteProgress(this, "Upload of files");
        pump = new RecordPump(CreateWriter, new UploadReport(this, Operation).Say, StopToken);
    }

    protected override void ProcessRecord()
    {
        foreach (var file in Read())
        {
            if (file is not null)
                Take(file);
        }
    }

    protected override void EndProcessing()
    {
        Guard(() => pump!.Complete(this), null);
        progress!.Complete();
    }

    private IEnumerable<FileInput?> Read() => ParameterSetName switch
    {
        ByPath => Path.SelectMany(path => Expand(path).Select(full => reader!.Path(full, path, Name))),
        ByLiteralPath => LiteralPath.Select(path => reader!.Path(GetUnresolvedProviderPathFromPSPath(path), path, Name)),
        ByContent => [reader!.Bytes(Content is PSObject wrapped ? wrapped.BaseObject : Content, Name!, Content)],
        _ => [reader!.Object(InputObject)],
    };

    private void Take(FileInput given)
    {
        var file = given with
        {
            ParentId = ParentId ?? given.ParentId,
            Id = Id,
            ContentDocumentId = ContentDocumentId ?? given.ContentDocumentId,
            Description = given.Description ?? Description,
            ContentType = ContentType ?? given.ContentType ?? ContentTypes.Of(given.Name),
            OwnerId = given.OwnerId ?? OwnerId,
        };
        if (IsClassic && file is { ParentId: null, Id: null })
            WriteError(ErrorRecords.Input(nameof(Messages.AttachmentParentMissing), Messages.AttachmentParentMissing, file.Source, file.Name));
        else if (isIdTaken)
            WriteError(ErrorRecords.Input(nameof(Messages.AttachmentIdTaken), Messages.AttachmentIdTaken, file.Source, file.Name, file.Id));
        else if (ShouldProcess($"'{file.Name}' ({file.Content.Length} bytes)", file.ParentId is null ? "Upload" : $"Upload to {file.ParentId}"))
        {
            isIdTaken = file.Id is not null;
            progress!.Expect(file.Content.Length);
            Guard(() => pump!.Send(this, ToRecord(file)), null);
        }
    }

    private InputRecord ToRecord(FileInput file) => IsClassic
        ? FileRecord.Attachment(file, file.Id, file.Name, file.Content, file.ParentId, file.Description, file.ContentType, file.OwnerId)
        : FileRecord.Version(file, file.Name, file.Content, file.ParentId, file.ContentDocumentId, file.Description, file.OwnerId);

    private IRecordWriter CreateWriter(Action<Action<Cmdlet>> say)
    {
        progress!.Say = say;
        var options = new FileWriteOptions
        {
            Operation = Operation,
            ThrottleLimit = ThrottleLimit,
            // V, C or I.
            ShareType = ShareType?.ToString()[..1],
            Visibility = Visibility?.ToString(),
            Sent = progress.Add,
        };
        return Api == SfApi.Bulk1
            ? new AttachmentZipWriter(Connection, options)
            {
                Report = job => say(cmdlet => cmdlet.WriteVerbose($"Job {job.Id}: {job.State}, {job.RecordsProcessed ?? 0} processed, {job.RecordsFailed ?? 0} refused.")),
            }
            : new FileRecordWriter(Connection, options);
    }

    private IEnumerable<string> Expand(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _).Where(File.Exists) : [GetUnresolvedProviderPathFromPSPath(path)];

    private protected override void DisposeWork() => pump?.WaitForWorker();
}
