namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The fields of every custom metadata type; its records come from the folder and cannot be written.</summary>
internal static class MetadataFields
{
    public const string DeveloperName = "DeveloperName";
    public const string MasterLabel = "MasterLabel";

    public static IEnumerable<SObjectField> Of(string objectLabel) =>
    [
        SystemFields.IdField(objectLabel),
        Text(DeveloperName, "Custom Metadata Record Name", 40),
        Text(MasterLabel, "Label", 40),
        Text("Language", "Master Language", 40),
        Text("NamespacePrefix", "Namespace Prefix", 15),
        Text("Label", "Label", 40),
        Text("QualifiedApiName", "Qualified API Name", 70),
        SystemFields.SystemModstampField(),
    ];

    private static SObjectField Text(string name, string label, int length) => new()
    {
        Name = name,
        Label = label,
        Type = FieldType.String,
        Length = length,
        Filterable = true,
        Groupable = true,
        Sortable = true,
        Nillable = true,
        NameField = name == MasterLabel,
    };
}
