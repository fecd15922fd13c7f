namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>Where the standard fields of a lead go (Salesforce Help, lead conversion field mapping).</summary>
internal static class LeadFieldMap
{
    private static readonly string[] AddressParts = ["Street", "City", "State", "PostalCode", "Country", "Latitude", "Longitude", "GeocodeAccuracy"];

    public static readonly IReadOnlyList<(string Lead, string Target)> Account =
    [
        ("Company", "Name"), ("AnnualRevenue", "AnnualRevenue"), ("Fax", "Fax"), ("Industry", "Industry"), ("LeadSource", "AccountSource"),
        ("NumberOfEmployees", "NumberOfEmployees"), ("Phone", "Phone"), ("Rating", "Rating"), ("Website", "Website"), .. Address("Billing"),
    ];

    public static readonly IReadOnlyList<(string Lead, string Target)> Contact =
    [
        ("Salutation", "Salutation"), ("FirstName", "FirstName"), ("LastName", "LastName"), ("Description", "Description"), ("Email", "Email"),
        ("Fax", "Fax"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("HasOptedOutOfFax", "HasOptedOutOfFax"), ("LeadSource", "LeadSource"),
        ("MobilePhone", "MobilePhone"), ("Phone", "Phone"), ("Title", "Title"), .. Address("Mailing"),
    ];

    public static readonly IReadOnlyList<(string Lead, string Target)> Opportunity = [("LeadSource", "LeadSource")];

    private static IEnumerable<(string Lead, string Target)> Address(string prefix) =>
        AddressParts.Select(part => (part, prefix + part));
}
