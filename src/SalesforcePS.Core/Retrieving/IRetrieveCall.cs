using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Retrieving;

/// <summary>One request for records of one object.</summary>
internal interface IRetrieveCall
{
    /// <summary>The records in the order of the Ids; null for one that is deleted, missing or not visible.</summary>
    Task<IReadOnlyList<SalesforceRecord?>> SendAsync(
        ObjectDescription description, IReadOnlyList<FieldDescription> fields, IReadOnlyList<string> ids, CancellationToken cancellation);
}
