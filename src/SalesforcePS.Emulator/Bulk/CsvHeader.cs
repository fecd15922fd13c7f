using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>
/// Reads the header of an upload. A column is a field, Relationship.Key, or SObject:Relationship.Key where the
/// relationship may lead to several sObjects (Bulk API 2.0 guide, relationship fields in a header row).
/// </summary>
internal sealed class CsvHeader(OrgSchema schema, SObjectType type, BulkOperation operation)
{
    private const string Owner = "Owner";
    private const string ByteOrderMark = "\uFEFF";

    public CsvColumn[] Read(IReadOnlyList<string> names, bool hasByteOrderMark)
    {
        if (hasByteOrderMark && names.Count > 0)
            throw NotFound(ByteOrderMark + names[0]);
        return [.. names.Select(Read)];
    }

    private CsvColumn Read(string name)
    {
        var column = Column(name);
        if (operation is BulkOperation.Delete or BulkOperation.HardDelete && !column.IsId)
            throw NotFound(name);
        return column;
    }

    private CsvColumn Column(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return type.FindField(name) is { HasColumn: true } field ? new CsvColumn(field.Name) : throw NotFound(name);
        var path = name[..dot];
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var (prefix, relationship) = colon < 0 ? (null, path) : (path[..colon], path[(colon + 1)..]);
        var reference = type.FindRelationship(relationship)
            ?? throw Invalid($"Unable to find relationship: {relationship}");
        return Parent(reference, prefix, relationship, name).FindExternalIdField(name[(dot + 1)..]) is { } key
            ? new CsvColumn(relationship, prefix, key.Name)
            : throw NotFound(name);
    }

    private SObjectType Parent(SObjectField reference, string? prefix, string relationship, string name)
    {
        // The guide's own example has a bare Owner.Id, though queues own records too; both are taken.
        var isOwner = relationship.Equals(Owner, StringComparison.OrdinalIgnoreCase);
        if (prefix is null)
        {
            return !reference.IsPolymorphic || isOwner
                ? schema.Find(isOwner ? "User" : reference.ReferenceTo[0]) ?? throw NotFound(name)
                : throw Invalid($"type is needed for polymorphic foreign key references: {relationship}");
        }

        if (!reference.IsPolymorphic && !isOwner)
            throw Invalid($"type is not needed for non polymorphic foreign key references: {relationship}");
        return reference.ReferenceTo.Contains(prefix, StringComparer.OrdinalIgnoreCase) && schema.Find(prefix) is { } parent
            ? parent
            : throw NotFound(name);
    }

    private static BulkException NotFound(string name) => Invalid($"Field name not found : {name}");

    private static BulkException Invalid(string message) => new(BulkException.InvalidBatch, message);
}
