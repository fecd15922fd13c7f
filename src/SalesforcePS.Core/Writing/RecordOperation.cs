namespace SalesforcePS.Core.Writing;

/// <summary>What is to happen to a record.</summary>
public enum RecordOperation
{
    Insert,
    Update,
    Upsert,
    Delete,

    /// <summary>Out of the recycle bin; SOAP only.</summary>
    Undelete,
}
