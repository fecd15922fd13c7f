namespace SalesforcePS.Emulator.Schema;

internal sealed record SObjectRules
{
    public static readonly SObjectRules None = new();

    public IReadOnlyList<DuplicateRule> DuplicateRules { get; init; } = [];

    public AssignmentRule? AssignmentRule { get; init; }

    public IReadOnlyList<ValidationRule> ValidationRules { get; init; } = [];

    public IReadOnlyList<RecordTypeDefinition> RecordTypes { get; init; } = [];
}
