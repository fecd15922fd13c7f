using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>The value of an address field: its parts under the names that the API gives them, such as <c>postalCode</c>.</summary>
internal sealed record CompoundValue(IReadOnlyList<KeyValuePair<string, object?>> Parts)
{
    private const string AddressSuffix = "Address";

    /// <summary><c>MailingPostalCode</c> is <c>postalCode</c> inside <c>MailingAddress</c>.</summary>
    public static string PartName(SObjectField part)
    {
        var compound = part.CompoundFieldName!;
        var prefix = compound.EndsWith(AddressSuffix, StringComparison.Ordinal) ? compound[..^AddressSuffix.Length] : "";
        var name = part.Name[prefix.Length..];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
