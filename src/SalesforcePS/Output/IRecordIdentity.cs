namespace SalesforcePS;

/// <summary>What stands for a record of the org in further cmdlets.</summary>
internal interface IRecordIdentity
{
    string? Id { get; }

    /// <summary>The API name of the object; empty where it is not known.</summary>
    string ObjectType { get; }
}
