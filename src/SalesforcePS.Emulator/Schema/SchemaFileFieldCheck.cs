namespace SalesforcePS.Emulator.Schema;

/// <summary>Which properties a field of a type may have, and within what limits.</summary>
internal static class SchemaFileFieldCheck
{
    public static void Check(SchemaElement element, FieldType type, bool isAutoNumber)
    {
        Only(element, "length", type is FieldType.String or FieldType.TextArea or FieldType.EncryptedString && !isAutoNumber, "string, textarea and encryptedstring");
        Only(element, "precision", FieldTypeDefaults.IsDecimal(type), "double, currency and percent");
        Only(element, "scale", FieldTypeDefaults.IsDecimal(type), "double, currency and percent");
        Only(element, "values", type is FieldType.Picklist or FieldType.MultiPicklist, "picklist and multipicklist");
        Only(element, "restricted", type is FieldType.Picklist or FieldType.MultiPicklist, "picklist and multipicklist");
        foreach (var property in (string[])["referenceTo", "relationshipName", "childRelationshipName", "deleteRule"])
            Only(element, property, type == FieldType.Reference, "reference");
        foreach (var property in (string[])["unique", "externalId"])
        {
            Only(
                element, property,
                type is FieldType.String or FieldType.Email or FieldType.Int or FieldType.Double || isAutoNumber,
                "string, email, int, double and autonumber");
        }
        Only(element, "caseSensitive", type is FieldType.String && element.Flag("unique"), "unique string");
        Only(element, "displayFormat", isAutoNumber, "autonumber");
        Only(element, "required", type != FieldType.Boolean && !isAutoNumber, "all types but boolean and autonumber; those always have a value");
        Within(element, "length", 1, type switch { FieldType.TextArea => 131_072, FieldType.EncryptedString => 175, _ => 255 });
        Within(element, "precision", 1, 18);
        Within(element, "scale", 0, element.Number("precision") ?? 18);
        if (isAutoNumber && !AutoNumber.IsValid(element.RequiredText("displayFormat")))
        {
            throw element.Location.Mistake(
                $"the displayFormat '{element.Text("displayFormat")}' is not valid", "Write the first number in braces, as in A-{0000}");
        }
    }

    private static void Only(SchemaElement element, string property, bool allowed, string types)
    {
        if (element.Has(property) && !allowed)
            throw element.Location.Mistake($"the property '{property}' does not go with this type", $"It is for fields of type {types}; remove it here");
    }

    private static void Within(SchemaElement element, string property, int minimum, int maximum)
    {
        if (element.Number(property) is { } number && (number < minimum || number > maximum))
            throw element.Location.Mistake($"the property '{property}' is {number}", $"It must be from {minimum} to {maximum}");
    }
}
