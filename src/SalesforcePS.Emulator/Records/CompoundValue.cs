using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>The value of an address or location: its parts under the names that the API gives them, such as <c>postalCode</c>.</summary>
internal sealed record CompoundValue(IReadOnlyList<KeyValuePair<string, object?>> Parts)
{
    private const string AddressSuffix = "Address";

    /// <summary><c>Place__Latitude__s</c> is <c>latitude</c> inside <c>Place__c</c>.</summary>
    private const string CustomPartSuffix = "__s";

    /// <summary>The part behind this one that an address has only where the org has state and country picklists; else it is null.</summary>
    public static string? CodeBehind(string partName) => partName switch
    {
        "country" => "countryCode",
        "state" => "stateCode",
        _ => null,
    };

    /// <summary><c>MailingPostalCode</c> is <c>postalCode</c> inside <c>MailingAddress</c>.</summary>
    public static string PartName(SObjectField part)
    {
        var compound = part.CompoundFieldName!;
        if (part.Name.EndsWith(CustomPartSuffix, StringComparison.Ordinal))
            return Uncapitalized(part.Name[(compound.Length - 1)..^CustomPartSuffix.Length]);
        var prefix = compound.EndsWith(AddressSuffix, StringComparison.Ordinal) ? compound[..^AddressSuffix.Length] : "";
        return Uncapitalized(part.Name[prefix.Length..]);
    }

    /// <summary>How far from zero a latitude or longitude may be (Salesforce Help, geolocation custom field); any other field as far as it likes.</summary>
    public static double Bound(SObjectField field) => field.CompoundFieldName is null ? double.PositiveInfinity : PartName(field) switch
    {
        "latitude" => 90,
        "longitude" => 180,
        _ => double.PositiveInfinity,
    };

    private static string Uncapitalized(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
