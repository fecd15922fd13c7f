using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Search;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Finds records by text, across objects (SOSL).</summary>
[Cmdlet(VerbsCommon.Find, "SfRecord", DefaultParameterSetName = ByText)]
[OutputType(typeof(object))]
public sealed class FindSfRecordCommand : SessionCmdlet
{
    private const string ByText = "Text";
    private const string ByQuery = "Query";

    /// <summary>The words to find, taken as they are.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByText)]
    [ValidateNotNullOrEmpty]
    public string Text { get; set; } = null!;

    /// <summary>SOSL as it goes to Salesforce.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByQuery)]
    [ValidateNotNullOrEmpty]
    [Alias("Sosl")]
    public string Query { get; set; } = null!;

    /// <summary>The API names of the objects to find; all that can be searched without it.</summary>
    [Parameter(Position = 1, ParameterSetName = ByText)]
    [ValidateNotNullOrEmpty]
    [Alias("Type", "SObject")]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string[] ObjectType { get; set; } = [];

    /// <summary>The fields to get beside the Id, of each object in -ObjectType; the one that names the record without it.</summary>
    [Parameter(ParameterSetName = ByText)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string[] Field { get; set; } = [];

    /// <summary>The fields to look into.</summary>
    [Parameter(ParameterSetName = ByText)]
    [ValidateSet(nameof(SearchScope.All), nameof(SearchScope.Name), nameof(SearchScope.Email), nameof(SearchScope.Phone), nameof(SearchScope.Sidebar))]
    public string In { get; set; } = nameof(SearchScope.All);

    /// <summary>The most rows, 2,000 at most.</summary>
    [Parameter(ParameterSetName = ByText)]
    [ValidateRange(1, 2000)]
    [Alias("Limit")]
    public int? First { get; set; }

    private SearchOptions Options => new(Text)
    {
        Scope = Enum.Parse<SearchScope>(In, ignoreCase: true),
        ObjectTypes = ObjectType,
        Fields = Field,
        Limit = First,
    };

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Field.Length > 0 && ObjectType.Length == 0)
            ThrowTerminatingError(ErrorRecords.Input(nameof(Messages.FieldNeedsObjectType), Messages.FieldNeedsObjectType, Field));
    }

    protected override void ProcessRecord()
    {
        var asked = ParameterSetName == ByText ? Text : Query;
        Guard(() => Write(asked), asked);
    }

    private void Write(string asked)
    {
        try
        {
            var search = new SearchRunner(Connection);
            var sosl = ParameterSetName == ByText ? Task.Run(() => search.BuildAsync(Options, StopToken).AsTask()).GetAwaiter().GetResult() : Query;
            WriteVerbose(sosl);
            foreach (var record in Task.Run(() => search.FindAsync(sosl, StopToken)).GetAwaiter().GetResult())
                WriteObject(record);
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            // It is this search that is wrong; the next one in the pipeline may be right.
            WriteError(ErrorRecords.Request(refused, asked));
        }
    }
}
