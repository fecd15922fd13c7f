using SalesforcePS.Emulator.Formulas;

namespace SalesforcePS.Emulator.Schema.Approvals;

/// <param name="Name">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Approvers">Who is asked, all at the same time.</param>
internal sealed record ApprovalStep(string Name, string Label, string? Description, IReadOnlyList<Approver> Approvers)
{
    /// <summary>Which records take the step; null for all.</summary>
    public Formula? EntryCriteria { get; init; }

    /// <summary>What becomes of the others.</summary>
    public UnmetCriteria Otherwise { get; init; }

    /// <summary>All approvers must approve; otherwise the first answer counts.</summary>
    public bool IsUnanimous { get; init; }

    /// <summary>The delegated approver of an approver may answer too.</summary>
    public bool AllowDelegate { get; init; }

    /// <summary>A rejection leads back to the step before, and not to the end.</summary>
    public bool RejectsToPrevious { get; init; }

    public IReadOnlyList<FieldUpdate> ApprovalActions { get; init; } = [];

    public IReadOnlyList<FieldUpdate> RejectionActions { get; init; } = [];

    /// <summary>That of the ProcessNode; known once the database has it.</summary>
    public string Id { get; internal set; } = "";
}
