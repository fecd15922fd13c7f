using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Searching.Indexing;

/// <summary>Which fields of an sObject are searched, by the columns of its index.</summary>
internal sealed class SearchedFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Other = "other";

    public static readonly IReadOnlyList<string> Columns = [Name, Email, Phone, Other];

    /// <summary>Searched by IN NAME FIELDS besides the name itself (SOSL reference, "IN SearchGroup").</summary>
    private static readonly Dictionary<string, string[]> FurtherNames = new(StringComparer.Ordinal)
    {
        ["Account"] = ["Website", "Site"],
        ["Asset"] = ["SerialNumber"],
        ["Case"] = ["SuppliedName", "SuppliedCompany", "Subject"],
        ["Contact"] = ["AssistantName"],
        ["Event"] = ["Subject"],
        ["Lead"] = ["Company"],
        ["Note"] = ["Title"],
        ["Task"] = ["Subject"],
        ["User"] = ["CommunityNickname"],
    };

    private readonly ILookup<string, SObjectField> fields;

    public SearchedFields(SObjectType type) => fields = type.Fields.Where(IsSearched).ToLookup(field => ColumnOf(type, field));

    public IEnumerable<SObjectField> In(string column) => fields[column];

    public IEnumerable<SObjectField> All => fields.SelectMany(column => column);

    private static bool IsSearched(SObjectField field) => field.HasColumn && !field.IsComputed && field.Type is FieldType.String or FieldType.TextArea or FieldType.Email
        or FieldType.Phone or FieldType.Url or FieldType.Combobox;

    private static string ColumnOf(SObjectType type, SObjectField field) => field.Type switch
    {
        _ when field.NameField || FurtherNames.GetValueOrDefault(type.Name)?.Contains(field.Name) == true => Name,
        FieldType.Email => Email,
        FieldType.Phone => Phone,
        _ => Other,
    };
}
