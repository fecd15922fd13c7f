namespace SalesforcePS.Core.Bulk.Import;

/// <summary>A segment read from the file: what can be sent of it, and the outcomes of what cannot.</summary>
internal sealed record LoadedSegment(Segment Segment, SegmentRows Rows, SegmentOutcomes Outcomes);
