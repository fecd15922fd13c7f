using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>Where the fields of a lead go: the standard ones (Salesforce Help, lead conversion field mapping), and those that the org maps.</summary>
internal static class LeadFieldMap
{
    private static readonly string[] AddressParts = ["Street", "City", "State", "PostalCode", "Country", "Latitude", "Longitude", "GeocodeAccuracy"];

    private static readonly (string Lead, string Target)[] Account =
    [
        ("Company", "Name"), ("AnnualRevenue", "AnnualRevenue"), ("Fax", "Fax"), ("Industry", "Industry"), ("LeadSource", "AccountSource"),
        ("NumberOfEmployees", "NumberOfEmployees"), ("Phone", "Phone"), ("Rating", "Rating"), ("Website", "Website"), .. Address("Billing"),
    ];

    private static readonly (string Lead, string Target)[] Contact =
    [
        ("Salutation", "Salutation"), ("FirstName", "FirstName"), ("LastName", "LastName"), ("Description", "Description"), ("Email", "Email"),
        ("Fax", "Fax"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail"), ("HasOptedOutOfFax", "HasOptedOutOfFax"), ("LeadSource", "LeadSource"),
        ("MobilePhone", "MobilePhone"), ("Phone", "Phone"), ("Title", "Title"), .. Address("Mailing"),
    ];

    private static readonly (string Lead, string Target)[] Opportunity = [("LeadSource", "LeadSource")];

    public static IEnumerable<(string Lead, string Target)> To(string target, OrgSchema schema) =>
    [
        .. target switch { nameof(Account) => Account, nameof(Contact) => Contact, _ => Opportunity },
        .. schema.LeadMappings.Where(mapping => mapping.Target == target).Select(mapping => (mapping.Field, mapping.TargetField)),
    ];

    private static IEnumerable<(string Lead, string Target)> Address(string prefix) =>
        AddressParts.Select(part => (part, prefix + part));
}
