using System.Management.Automation;
using SalesforcePS.Completion;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that write fields: insert, update, upsert.</summary>
public abstract class ObjectRecordCommand : TransportRecordCommand
{
    /// <summary>The API name of the object, such as Account or Invoice__c; may be left out where the input carries it.</summary>
    [Parameter(Position = 0)]
    [Alias("Type", "SObject")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string? ObjectType { get; set; }

    /// <summary>The record: any object, a hashtable, or a record from a query. A property that is $null clears its field.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Empty text clears the field; without it empty text leaves the field alone.</summary>
    [Parameter]
    public SwitchParameter ClearBlank { get; set; }

    /// <summary>The id of the assignment rule to run, or 'default' for the active one; none runs without it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AssignmentRule { get; set; }

    /// <summary>Saves what a duplicate rule with an alert would refuse.</summary>
    [Parameter]
    public SwitchParameter AllowDuplicates { get; set; }

    /// <summary>Cuts text that is too long for its field, in place of an error.</summary>
    [Parameter]
    public SwitchParameter AllowFieldTruncation { get; set; }

    private protected override string? ObjectTypeOfAll => ObjectType;

    protected override void ProcessRecord() => Take(InputObject);
}
