using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Query;

/// <summary>The types of fields behind paths. Only the objects on the way are described.</summary>
internal sealed class FieldTypes(SchemaCache schema)
{
    public async ValueTask<FieldType> OfAsync(string[] path, ObjectDescription root, CancellationToken cancellation)
    {
        var current = root;
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (i == path.Length - 2 && path[^1].ToUpperInvariant() is "ID" or "NAME")
                return FieldType.String;
            // The fields of a polymorphic parent are those of the object "Name": text, and what JSON itself tells.
            if (current.FindRelationship(path[i]) is not { ReferenceTo: [var target] })
                return FieldType.Unknown;
            current = await schema.GetAsync(target, cancellation).ConfigureAwait(false);
        }
        return current.FindField(path[^1])?.Type ?? FieldType.Unknown;
    }

    /// <summary><c>SELECT Account.Name FROM Account</c> is <c>Name</c> to Salesforce, in the answer too.</summary>
    public static string[] PathOf(string path, ObjectDescription root)
    {
        var parts = path.Split('.');
        return parts.Length > 1 && parts[0].Equals(root.Name, StringComparison.OrdinalIgnoreCase) && root.FindRelationship(parts[0]) is null
            ? parts[1..]
            : parts;
    }
}
