namespace SalesforcePS.Emulator.Schema;

/// <summary>What pages call a field: a reference by what it leads to, and a few fields shorter than describe does.</summary>
internal static class PageLabels
{
    private const string ReferenceSuffix = " ID";

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["Account.Description"] = "Description",
        ["Account.Fax"] = "Fax",
        ["Account.Phone"] = "Phone",
        ["Account.Rating"] = "Rating",
        ["Account.Type"] = "Type",
        ["Contact.Fax"] = "Fax",
        ["Contact.Phone"] = "Phone",
    };

    public static string Of(SObjectType type, SObjectField field)
    {
        if (Short.TryGetValue($"{type.Name}.{field.Name}", out var label))
            return label;
        if (field.Type != FieldType.Reference || !field.Label.EndsWith(ReferenceSuffix, StringComparison.Ordinal))
            return field.Label;
        var name = field.Label[..^ReferenceSuffix.Length];
        return field.Name == SystemFields.OwnerId && !type.Custom ? $"{type.Label} {name}" : name;
    }

    /// <summary>The label of a parent's field: Account Owner Alias, Account Name. A custom reference that shows a name is called as it is.</summary>
    public static string OfParent(SObjectType type, SObjectField reference, SObjectField field) =>
        field.NameField && reference.Custom ? reference.Label : $"{Of(type, reference)} {(field.NameField ? "Name" : field.Label)}";
}
