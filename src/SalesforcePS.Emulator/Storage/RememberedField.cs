using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>What a database knows of a field, to hold a later schema against it.</summary>
/// <param name="Declaration">That of the column; of an Id with the key prefix, which all Ids in the file have.</param>
/// <param name="Type">Null in files that are older than this memory.</param>
/// <param name="ReferenceTo">The objects that a reference may name, with commas between.</param>
/// <param name="IsUnique">No two records share a value.</param>
internal sealed record RememberedField(string Declaration, FieldType? Type, string? ReferenceTo, bool IsUnique)
{
    public static RememberedField Of(SObjectType owner, SObjectField field)
    {
        var declaration = SqlColumn.Declaration(owner, field);
        return new RememberedField(
            field.Type == FieldType.Id ? $"{declaration} {owner.KeyPrefix}" : declaration, field.Type, string.Join(',', field.ReferenceTo), field.Unique);
    }

    /// <summary>The values that there are keep their meaning. Everything else about a column can be made anew.</summary>
    public bool Keeps(RememberedField before)
    {
        if (Type == FieldType.Id)
            return Declaration == before.Declaration;
        return StorageClass(Declaration) == StorageClass(before.Declaration)
            && IsGenerated(Declaration) == IsGenerated(before.Declaration)
            && (before.Type is not { } type || KindOf(type) == KindOf(Type!.Value));
    }

    /// <summary>As a message says it.</summary>
    public override string ToString() => Type is null or FieldType.Id ? Declaration : $"{Type}{(IsGenerated(Declaration) ? " that is calculated" : "")}";

    private static string StorageClass(string declaration) => declaration.Split(' ')[0];

    private static bool IsGenerated(string declaration) => declaration.Contains(" GENERATED ", StringComparison.Ordinal);

    private static FieldType KindOf(FieldType type) => type switch
    {
        FieldType.TextArea or FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.Picklist or FieldType.MultiPicklist
            or FieldType.Combobox or FieldType.EncryptedString or FieldType.AnyType => FieldType.String,
        FieldType.Currency or FieldType.Percent => FieldType.Double,
        _ => type,
    };
}
