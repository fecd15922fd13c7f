using SalesforcePS.Emulator.Formulas;

namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>How records of an object are approved.</summary>
/// <param name="ObjectName">The object.</param>
/// <param name="DeveloperName">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it is for.</param>
internal sealed record ApprovalProcess(string ObjectName, string DeveloperName, string Label, string? Description)
{
    public bool IsActive { get; init; }

    /// <summary>Whoever submitted a record may take it back.</summary>
    public bool AllowRecall { get; init; }

    public IReadOnlyList<ApprovalSubmitter> Submitters { get; init; } = [];

    /// <summary>Which records may be submitted; null for all.</summary>
    public Formula? EntryCriteria { get; init; }

    public IReadOnlyList<ApprovalStep> Steps { get; init; } = [];

    /// <summary>While a record waits, its approver may edit it; otherwise only administrators may.</summary>
    public bool IsOpenToApprover { get; init; }

    /// <summary>The field of User that leads to the next approver, for steps that go by the hierarchy.</summary>
    public SObjectField? HierarchyField { get; init; }

    /// <summary>The first of these steps starts from the owner of the record instead of from whoever submitted it.</summary>
    public bool StartsFromOwner { get; init; }

    public IReadOnlyList<FieldUpdate> SubmissionActions { get; init; } = [];

    public IReadOnlyList<FieldUpdate> ApprovalActions { get; init; } = [];

    public IReadOnlyList<FieldUpdate> RejectionActions { get; init; } = [];

    public IReadOnlyList<FieldUpdate> RecallActions { get; init; } = [];

    /// <summary>The record stays locked when it has been approved.</summary>
    public bool LocksApproved { get; init; }

    /// <summary>The record stays locked when it has been rejected.</summary>
    public bool LocksRejected { get; init; }

    /// <summary>That of the ProcessDefinition; known once the database has it.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>All formulas in it, with the type that their result needs.</summary>
    public IEnumerable<(Formula Formula, SObjectField? Result)> Formulas() =>
    [
        .. Criteria(EntryCriteria),
        .. Steps.SelectMany(step => Criteria(step.EntryCriteria)),
        .. Actions().Where(update => update.Formula is not null).Select(update => (update.Formula!, (SObjectField?)update.Field)),
    ];

    private IEnumerable<FieldUpdate> Actions() =>
    [
        .. SubmissionActions, .. ApprovalActions, .. RejectionActions, .. RecallActions,
        .. Steps.SelectMany(step => step.ApprovalActions.Concat(step.RejectionActions)),
    ];

    private static IEnumerable<(Formula, SObjectField?)> Criteria(Formula? criteria) => criteria is null ? [] : [(criteria, null)];
}
