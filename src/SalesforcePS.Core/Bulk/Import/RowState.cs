namespace SalesforcePS.Core.Bulk.Import;

/// <summary>What is known of a row.</summary>
internal enum RowState : byte
{
    Pending,
    Updated,
    Created,
    Failed,
    Unknown,
}
