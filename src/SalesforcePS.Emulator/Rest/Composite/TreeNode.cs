using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>A record of a tree with the parent that it hangs on, and the field that is to name that parent.</summary>
internal sealed record TreeNode(string ReferenceId, RecordInput Input, int Level, TreeNode? Parent, string? ParentField)
{
    public RecordInput ToInput(IReadOnlyDictionary<TreeNode, string> ids) =>
        Parent is null ? Input : Input with { Fields = [.. Input.Fields, new FieldInput(ParentField!, ids[Parent])] };
}
