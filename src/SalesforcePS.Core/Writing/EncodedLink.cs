namespace SalesforcePS.Core.Writing;

/// <summary>A parent named by one of its external ids: the relationship's name and the parent's object.</summary>
internal sealed record EncodedLink(string Relationship, string ObjectType);
