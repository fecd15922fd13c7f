using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>A field with its text; with a link, the external id field of a parent.</summary>
/// <param name="Type">The field's type; unknown for that of a parent, which is not described here.</param>
internal sealed record EncodedField(string Name, FieldType Type, string Text, EncodedLink? Link = null);
