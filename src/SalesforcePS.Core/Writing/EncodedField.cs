namespace SalesforcePS.Core.Writing;

/// <summary>A field with its text; with a link, the external id field of a parent.</summary>
internal sealed record EncodedField(string Name, string Text, EncodedLink? Link = null);
