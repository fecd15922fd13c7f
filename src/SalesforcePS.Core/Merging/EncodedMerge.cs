using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Merging;

/// <summary>A merge as the wire has it.</summary>
internal sealed record EncodedMerge(MergeInput Input, EncodedRecord Master);
