using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The fields that a compound field is put together from, under the names that they have inside it.</summary>
internal static class CompoundParts
{
    public static IEnumerable<(string Name, SObjectField Field)> Of(SObjectField compound, SObjectType type) =>
        from field in type.Fields
        where string.Equals(field.CompoundFieldName, compound.Name, StringComparison.OrdinalIgnoreCase)
        let name = PartName(compound, field)
        orderby name
        select (name, field);

    /// <summary>BillingPostalCode of BillingAddress is postalCode; Site__Latitude__s of Site__c is latitude.</summary>
    private static string PartName(SObjectField compound, SObjectField part)
    {
        if (compound.Type == FieldType.Location)
            return part.Name.Contains("latitude", StringComparison.OrdinalIgnoreCase) ? "latitude" : "longitude";
        var prefix = compound.Name.Length - "Address".Length;
        var name = part.Name[prefix..];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
