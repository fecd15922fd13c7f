using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Storage;

/// <summary>Brings the definitions of approval processes, and their steps, to what the schema says of them.</summary>
/// <param name="database">In the middle of a write.</param>
/// <param name="write">Writes a record that is found by the first values, and gives its id.</param>
internal sealed class DeclaredApprovals(OrgDatabase database, Func<SObjectType, (string Name, object Value)[], (string Name, object? Value)[], string> write)
{
    private const string State = "State";

    private readonly SObjectType definition = database.Schema.Find("ProcessDefinition")!;
    private readonly SObjectType node = database.Schema.Find("ProcessNode")!;

    public void Write()
    {
        // What the schema does not have any more stays for the history of its records.
        database.Prepare($"UPDATE {SqlName.Quote(definition.Name)} SET \"{State}\" = 'Obsolete'").Step();
        foreach (var process in database.Schema.ApprovalProcesses)
            Write(process);
        RefuseLosses();
    }

    private void Write(ApprovalProcess process)
    {
        process.Id = write(definition, [("TableEnumOrId", process.ObjectName), ("DeveloperName", process.DeveloperName)],
        [
            ("Name", process.Label),
            ("Description", process.Description),
            ("Type", "Approval"),
            ("LockType", process.IsOpenToApprover ? "Node" : "Total"),
            (State, process.IsActive ? "Active" : "Inactive"),
        ]);
        foreach (var step in process.Steps)
            step.Id = write(node, [("ProcessDefinitionId", process.Id), ("DeveloperName", step.Name)], [("Name", step.Label), ("Description", step.Description)]);
    }

    private void RefuseLosses()
    {
        var known = database.Schema.ApprovalProcesses.SelectMany(process => process.Steps).Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        var waiting = database.Prepare(
            "SELECT DISTINCT \"ProcessNodeId\", \"ProcessNodeName\" FROM \"ProcessInstanceNode\" WHERE \"NodeStatus\" = 'Pending' AND \"IsDeleted\" = 0");
        string? lost = null;
        while (waiting.Step())
        {
            if (!known.Contains((string)waiting.Value(0)!))
                lost = (string)waiting.Value(1)!;
        }

        if (lost is not null)
        {
            throw new SchemaException(
                $"The database does not fit the schema: records wait for approval in the step '{lost}', which no active approval process has any more. "
                + "Start with the folder that has the process, or with another database file.");
        }
    }
}
