using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The fields that a compound field is put together from, under the names that they have inside it.</summary>
internal static class CompoundParts
{
    public static IEnumerable<(string Name, SObjectField Field)> Of(SObjectField compound, SObjectType type) =>
        from field in type.Fields
        where string.Equals(field.CompoundFieldName, compound.Name, StringComparison.OrdinalIgnoreCase)
        let name = CompoundValue.PartName(field)
        orderby name
        select (name, field);
}
