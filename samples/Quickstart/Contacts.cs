using System.Text.RegularExpressions;

namespace Quickstart;

/// <summary>Three contacts for an account, linked to it by its external id.</summary>
internal static partial class Contacts
{
    private static readonly string[] Desks = ["Purchasing", "Support", "Warehouse"];

    public static int PerAccount => Desks.Length;

    public static IEnumerable<Dictionary<string, object?>> Of(Dictionary<string, object?> account)
    {
        var key = (string)account["CompanyKey__c"]!;
        var host = NoHostName().Replace(key, "-");
        return Desks.Select(desk => New($"{key}-{desk}", key, $"{desk} desk", $"{desk}@{host}.example"));
    }

    public static Dictionary<string, object?> New(string key, string accountKey, string name, string email) => new()
    {
        ["ContactKey__c"] = key,
        ["Account.CompanyKey__c"] = accountKey,
        ["LastName"] = name,
        ["Email"] = email,
    };

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoHostName();
}
