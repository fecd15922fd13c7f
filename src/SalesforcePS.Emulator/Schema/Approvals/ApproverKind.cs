namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>How an approver is found, by the names of the metadata.</summary>
internal enum ApproverKind
{
    /// <summary>The request names the approver.</summary>
    Adhoc,
    User,

    /// <summary>A field of whoever submitted the record or approved it last, such as the manager.</summary>
    UserHierarchyField,
    RelatedUserField,
}
