namespace SalesforcePS.Emulator.Schema.Approvals;

/// <param name="Kind">What the field is to refer to.</param>
/// <param name="Name">A user name, or the developer name of a queue or record type.</param>
internal sealed record FieldUpdateTarget(FieldUpdateTargetKind Kind, string Name)
{
    public string ObjectName => Kind == FieldUpdateTargetKind.Queue ? "Group" : Kind.ToString();
}
