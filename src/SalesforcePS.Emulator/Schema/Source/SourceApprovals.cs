using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The approval processes of a folder.</summary>
internal static class SourceApprovals
{
    public static IReadOnlyList<ApprovalProcess> Read(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems)
    {
        if (tree.ApprovalProcesses.Count == 0)
            return [];
        var schema = new OrgSchema([.. types.Values]);
        var read = problems.Collect(
            tree.ApprovalProcesses.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            IEnumerable<(int Order, ApprovalProcess Process)> (pair) =>
                [(pair.Value.Number("processOrder") ?? int.MaxValue, Read(pair.Key, pair.Value, tree, schema, problems))]);
        return [.. read.OrderBy(item => item.Order).Select(item => item.Process)];
    }

    private static ApprovalProcess Read(string fullName, SourceElement element, SourceTree tree, OrgSchema schema, SourceProblems problems)
    {
        if (fullName.Split('.', 2) is not [var objectName, var name])
            throw element.Mistake("its name has no object and process", "Name it Object.Process.approvalProcess-meta.xml");
        // As in an org, what is not active may be as it likes.
        if (!element.Flag("active"))
            return new ApprovalProcess(objectName, name, element.RequiredText("label"), element.Text("description"));
        var type = schema.Find(objectName) ?? throw element.Mistake($"the emulator has no object {objectName}, and the folder does not declare it", SourceFiles.Remedy);
        if (!schema.Find("ProcessInstance")!.FindField("TargetObjectId")!.ReferenceTo.Contains(type.Name))
            throw element.Mistake($"records of {type.Name} cannot be approved in the emulator", SourceFiles.Remedy);
        var actions = new SourceFieldUpdates(type, tree.Workflows.GetValueOrDefault(type.Name) ?? [], problems);
        return new SourceApprovalProcess(element, type, schema, actions, problems).Read(name);
    }
}
