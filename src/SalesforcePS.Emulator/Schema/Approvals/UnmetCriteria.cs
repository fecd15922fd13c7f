namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>What becomes of a record that does not meet the criteria of a step, by the names of the metadata.</summary>
internal enum UnmetCriteria
{
    ApproveRecord,
    RejectRecord,
    GotoNextStep,
}
