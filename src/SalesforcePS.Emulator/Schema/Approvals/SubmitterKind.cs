namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>Who may submit a record, by the names of the metadata.</summary>
internal enum SubmitterKind
{
    AllInternalUsers,
    Creator,
    Owner,
    Role,
    User,
}
