namespace SalesforcePS.Core.Writing;

/// <summary>A parent named by one of its external ids: the relationship's name and the parent's object.</summary>
/// <param name="IsPolymorphic">True where the relationship may point to several objects, which Bulk wants said in the column's name.</param>
internal sealed record EncodedLink(string Relationship, string ObjectType, bool IsPolymorphic);
