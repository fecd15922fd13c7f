using System.Management.Automation;
using SalesforcePS.Completion;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Gets fields of an object: type, length, picklist values, references.</summary>
[Cmdlet(VerbsCommon.Get, "SfField")]
[OutputType(typeof(SfField))]
public sealed class GetSfFieldCommand : SessionCmdlet
{
    /// <summary>The API name of the object, or objects and rows with the name from the pipeline.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Type", "SObject", "QualifiedApiName")]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string ObjectType { get; set; } = null!;

    /// <summary>API names of fields, wildcards allowed; all fields without it.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Asks the org again, in place of what the session knows.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    protected override void ProcessRecord() => Guard(Write, ObjectType);

    private void Write()
    {
        try
        {
            var description = SchemaAccess.Describe(Connection.Schema, ObjectType, Refresh, StopToken);
            var filter = new NameFilter(Name);
            foreach (var field in description.Fields.Where(field => filter.Matches(field.Name)))
                WriteObject(new SfField(description.Name, field));
            foreach (var name in filter.NotFoundAmong(description.Fields.Select(field => field.Name)))
                WriteError(ErrorRecords.Missing(nameof(Messages.FieldNotFound), Messages.FieldNotFound, name, description.Name, name));
        }
        catch (SalesforceException missing) when (missing.GetType() == typeof(SalesforceException))
        {
            WriteError(ErrorRecords.Request(missing, ObjectType));
        }
    }
}
