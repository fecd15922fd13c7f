using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Summaries;

/// <summary>The roll-up summaries that masters have of one kind of their details.</summary>
/// <param name="Detail">The object that is summed up.</param>
/// <param name="Reference">Its field that leads to the master.</param>
/// <param name="Master">The object that has the summaries.</param>
/// <param name="Fields">The summaries.</param>
internal sealed record SummaryLink(SObjectType Detail, SObjectField Reference, SObjectType Master, IReadOnlyList<SObjectField> Fields);
