namespace SalesforcePS.Core.Writing;

/// <summary>A record as the caller has it.</summary>
/// <param name="Source">The caller's own object: it comes back with the outcome, whatever that is.</param>
/// <param name="ObjectType">The API name of its object; may be empty for a delete.</param>
/// <param name="Fields">Names (fields, or <c>Account.Key__c</c> for a link by external id) and values; null clears a field.</param>
/// <param name="IsQueried">True for records that came out of a query: what they have beyond what can be written is left out, not refused.</param>
public sealed record InputRecord(object Source, string ObjectType, IReadOnlyList<KeyValuePair<string, object?>> Fields, bool IsQueried = false);
