using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Reads <c>Account.Key__c</c>, and <c>Lead:Who.Email</c> where the parent may be of several objects (as in Bulk headers).</summary>
internal static class LinkResolver
{
    /// <summary>The link, the parent's field, and the reference field that is cleared when there is no value.</summary>
    public static (EncodedLink Link, string Field, string Reference) Resolve(ObjectDescription description, string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var objectType = colon < 0 ? null : path[..colon];
        if (path[(colon + 1)..].Split('.') is not [var relationship, var field] || !IsApiName(field) || objectType is not (null or [_, ..]))
            throw RecordException.From("INVALID_FIELD", $"'{path}' is not a link by external id: it goes one level up, as in 'Account.Key__c'.", path);
        var reference = description.FindRelationship(relationship)
            ?? throw RecordException.From("INVALID_FIELD", $"{description.Name} has no parent '{relationship}' for '{path}'.", path);
        return (new EncodedLink(reference.RelationshipName!, objectType ?? OnlyTarget(reference, path), reference.ReferenceTo.Count > 1), field, reference.Name);
    }

    /// <summary>The field is the parent's, which is not described here, and its name becomes an XML element.</summary>
    private static bool IsApiName(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string OnlyTarget(FieldDescription reference, string path)
    {
        if (reference.ReferenceTo is [var only])
            return only;
        // An owner by external id is a user: queues have none.
        return reference.RelationshipName == "Owner"
            ? "User"
            : throw RecordException.From(
                "INVALID_FIELD",
                $"'{path}' may point to {string.Join(", ", reference.ReferenceTo)}: say which, as in '{reference.ReferenceTo[0]}:{path}'.",
                reference.Name);
    }
}
