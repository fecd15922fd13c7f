using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Merging;

/// <summary>A record that stays, with the field values it is to have, and the one or two records that go into it.</summary>
public sealed record MergeInput(InputRecord Master, IReadOnlyList<string> DuplicateIds);
