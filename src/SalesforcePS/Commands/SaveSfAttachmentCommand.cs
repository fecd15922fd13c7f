using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Files;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Downloads files.</summary>
[Cmdlet(VerbsData.Save, "SfAttachment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ById)]
[OutputType(typeof(FileInfo), typeof(byte[]))]
public sealed class SaveSfAttachmentCommand : SessionCmdlet
{
    private const string ById = "Id";
    private const string ByObject = "InputObject";
    private const int MostTogether = 200;

    private readonly List<(string Id, object Source)> waiting = [];
    private DownloadPump? pump;
    private ByteProgress? progress;
    private string? folder;

    /// <summary>The files: documents, versions or attachments.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ById)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>The files: those of Get-SfAttachment, results of Add-SfAttachment, Ids, or objects with an Id property.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByObject)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The folder; the current one without it. It is made where it is missing.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Replaces files that are there; without it the new file gets a number.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Puts out the saved files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Puts out the bodies as byte arrays and saves nothing.</summary>
    [Parameter]
    public SwitchParameter AsByteArray { get; set; }

    /// <summary>Downloads under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 20)]
    public int ThrottleLimit { get; set; } = 4;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsByteArray && (Destination is not null || Force || PassThru))
        {
            var option = Destination is not null ? nameof(Destination) : Force ? nameof(Force) : nameof(PassThru);
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.OptionsExclude), Messages.OptionsExclude, option, option, "-AsByteArray", "nothing is saved then"));
        }
        folder = AsByteArray ? null : GetUnresolvedProviderPathFromPSPath(Destination ?? ".");
        progress = new ByteProgress(this, "Download of files");
        pump = new DownloadPump(CreateDownloader, Say, StopToken);
    }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == ById)
            waiting.AddRange(Id.Select(id => (id, (object)id)));
        else
            Take(InputObject);
        if (waiting.Count >= MostTogether)
            Find();
    }

    protected override void EndProcessing()
    {
        if (waiting.Count > 0)
            Find();
        Guard(() => pump!.Complete(this), null);
        progress!.Complete();
    }

    private void Take(PSObject input)
    {
        if (input.BaseObject is SfAttachment attachment)
            Send(attachment.File, attachment);
        else if (((input.BaseObject as SfUploadResult)?.Id ?? RecordReader.IdOf(input)) is { } id)
            waiting.Add((id, input.BaseObject is PSCustomObject ? input : input.BaseObject));
        else
            WriteError(ErrorRecords.Input(nameof(Messages.InputNotARecord), Messages.InputNotARecord, input, $"'{input}'"));
    }

    private void Find()
    {
        (string Id, object Source)[] wanted = [.. waiting];
        waiting.Clear();
        string[] ids = [.. wanted.Select(file => file.Id).Where(FileCatalog.IsFile)];
        var found = new Dictionary<string, StoredFile>(StringComparer.Ordinal);
        Guard(
            () =>
            {
                foreach (var file in new FileCatalog(Connection).FindAsync(ids, StopToken).ToBlockingEnumerable(StopToken))
                    found[Key(file.Id)] = found[Key(file.VersionId ?? file.Id)] = file;
            },
            ids);
        foreach (var (id, source) in wanted)
        {
            if (found.TryGetValue(Key(id), out var file))
                Send(file, source);
            else
                WriteError(ErrorRecords.AttachmentNotFound(id, source));
        }
    }

    private void Send(StoredFile file, object source)
    {
        if (!AsByteArray && !ShouldProcess($"'{file.Name}' ({file.Length} bytes)", $"Save to {folder}"))
            return;
        progress!.Expect(file.Length);
        Guard(() => pump!.Send(this, new DownloadRequest(file, source)), source);
    }

    private FileDownloader CreateDownloader(Action<Action<Cmdlet>> say)
    {
        progress!.Say = say;
        return new FileDownloader(Connection, new DownloadOptions
        {
            Destination = folder,
            Overwrite = Force,
            ThrottleLimit = ThrottleLimit,
            Received = progress.Add,
        });
    }

    private void Say(DownloadOutcome outcome)
    {
        if (outcome.Error is { } error)
            WriteError(ErrorRecords.Record(error, $"Download of '{outcome.File.Name}'", outcome.Source));
        else if (outcome.Content is { } content)
            WriteObject(content, enumerateCollection: false);
        else if (PassThru)
            WriteObject(new FileInfo(outcome.Path!));
    }

    /// <summary>Ids of 15 characters and of 18 are the same.</summary>
    private static string Key(string id) => id[..Math.Min(15, id.Length)];

    private protected override void DisposeWork() => pump?.WaitForWorker();
}
