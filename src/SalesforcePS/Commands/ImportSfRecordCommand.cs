using System.Globalization;
using System.Management.Automation;
using System.Text;
using SalesforcePS.Binding;
using SalesforcePS.Completion;
using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Takes a CSV file into Salesforce through Bulk, without making objects of its rows.</summary>
[Cmdlet(VerbsData.Import, "SfRecord", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByPath)]
[OutputType(typeof(SfImportResult))]
public sealed class ImportSfRecordCommand : SessionCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string HardDelete = "HardDelete";
    private bool yesToAll;
    private bool noToAll;

    /// <summary>The CSV file; wildcards take several, one after the other.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByPath)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The CSV file; no character means anything but itself.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The API name of the object, such as Account or Invoice__c.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("Type", "SObject")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string ObjectType { get; set; } = null!;

    /// <summary>What is done with the rows.</summary>
    [Parameter(Mandatory = true)]
    [ValidateSet("Insert", "Update", "Upsert", "Delete", HardDelete)]
    public string Operation { get; set; } = null!;

    /// <summary>The field that identifies the records of an upsert.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ExternalIdFieldCompleter))]
    public string? ExternalIdField { get; set; }

    /// <summary>Which column goes into which field: a hashtable, or the path of a Data Loader mapping (.sdl).</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Mapping { get; set; }

    /// <summary>The character between the cells.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>The encoding of the file.</summary>
    [Parameter]
    [EncodingArgument]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>A blank cell clears its field; without it a blank cell leaves the field alone.</summary>
    [Parameter]
    public SwitchParameter ClearBlank { get; set; }

    /// <summary>Rows that describe shows to be hopeless are not sent; they are in the error file with the reason.</summary>
    [Parameter]
    public SwitchParameter Validate { get; set; }

    /// <summary>The id of the assignment rule to run; none runs without it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AssignmentRule { get; set; }

    /// <summary>The folder of the result files.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResultDirectory { get; set; }

    /// <summary>The file that keeps how far the import is, so that the same command can take it up.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Rows of one job; a job holds 100 MB of rows at most.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int BatchSize { get; set; } = 250_000;

    /// <summary>Jobs at a time.</summary>
    [Parameter]
    [ValidateRange(1, 20)]
    public int ThrottleLimit { get; set; } = 2;

    /// <summary>Overwrites result files, and does not ask before a hard delete.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void BeginProcessing()
    {
        // ValidateSet takes the names in any case.
        Operation = Operation.Equals(HardDelete, StringComparison.OrdinalIgnoreCase) ? HardDelete : Enum.Parse<RecordOperation>(Operation, ignoreCase: true).ToString();
        if (Operation == nameof(RecordOperation.Upsert) == ExternalIdField is null)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.ExternalIdIsForUpsert), Messages.ExternalIdIsForUpsert, Operation));
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == ByLiteralPath ? LiteralPath.Select(GetUnresolvedProviderPathFromPSPath) : Path.SelectMany(Expand))
        {
            if (File.Exists(path))
                Guard(() => Import(path), path);
            else
                WriteError(ErrorRecords.Missing(nameof(Messages.PathNotFound), Messages.PathNotFound, path, path));
        }
    }

    private IEnumerable<string> Expand(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [GetUnresolvedProviderPathFromPSPath(path)];

    private void Import(string path)
    {
        var options = OptionsFor(path);
        using var import = Await(token => CsvImport.PrepareAsync(Connection, options, token), path);
        if (!ShouldProcess($"{path} ({import.Rows} rows)", $"{Operation} {ObjectType}") || !IsHardDeleteMeant(path, import.Rows))
            return;
        var result = new ImportWork(import, StopToken).Wait(new ProgressTicker(this, $"{Operation} of {ObjectType} records"));
        WriteObject(Describe(path, result));
        if (result.Tally.Failed + result.Tally.Unknown is > 0 and var refused)
            WriteWarning(string.Format(CultureInfo.CurrentCulture, Messages.ImportRowsRefused, refused, result.Tally.Total, path, result.ErrorPath));
        if (result.Failure is { } failure)
            WriteError(ErrorRecords.Request(failure, path));
    }

    private ImportOptions OptionsFor(string path) => new(path, ObjectType, new WriteOptions(Operation == HardDelete ? RecordOperation.Delete : Enum.Parse<RecordOperation>(Operation))
    {
        ExternalIdField = ExternalIdField,
        Hard = Operation == HardDelete,
        ClearBlank = ClearBlank,
        Validate = Validate,
        AssignmentRule = AssignmentRule,
        RowsPerJob = BatchSize,
        ThrottleLimit = ThrottleLimit,
    })
    {
        Mapping = MappingInput.Read(Mapping, GetUnresolvedProviderPathFromPSPath),
        Delimiter = Delimiter,
        Encoding = Encoding,
        ResultDirectory = ResultDirectory is null ? null : GetUnresolvedProviderPathFromPSPath(ResultDirectory),
        StatePath = StatePath is null ? null : GetUnresolvedProviderPathFromPSPath(StatePath),
        Force = Force,
    };

    /// <summary>ConfirmImpact is the class's, and only a hard delete is of high impact.</summary>
    private bool IsHardDeleteMeant(string path, long rows) =>
        Operation != HardDelete || Force || MyInvocation.BoundParameters.ContainsKey("Confirm")
        || ShouldContinue(
            string.Format(CultureInfo.CurrentCulture, Messages.HardDeleteFileQuestion, rows, ObjectType, path), Messages.HardDeleteCaption, ref yesToAll, ref noToAll);

    private SfImportResult Describe(string path, ImportResult result) => new()
    {
        Path = path,
        ObjectType = ObjectType,
        Operation = Operation,
        Total = result.Tally.Total,
        Succeeded = result.Tally.Succeeded,
        Created = result.Tally.Created,
        Failed = result.Tally.Failed,
        Unknown = result.Tally.Unknown,
        JobIds = result.JobIds,
        SuccessPath = result.SuccessPath,
        ErrorPath = result.ErrorPath,
        Duration = result.Duration,
        Resumed = result.Resumed,
    };
}
