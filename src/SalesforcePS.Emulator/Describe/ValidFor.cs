using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Describe;

/// <summary>
/// For which values of the controlling field a dependent value may be chosen: one bit for each, in the order of that
/// field's own description, the first one highest, written in base 64.
/// </summary>
internal static class ValidFor
{
    private static readonly string[] CheckboxValues = ["false", "true"];

    public static string? Of(PicklistValue value, SObjectField? controlling)
    {
        if (controlling is null)
            return null;
        string[] all = controlling.Type == FieldType.Boolean
            ? CheckboxValues
            : [.. controlling.PicklistValues.Select(other => other.Value)];
        var bits = new byte[Math.Max((all.Length + 7) / 8, 1)];
        for (var index = 0; index < all.Length; index++)
        {
            if (value.ValidFor.Contains(all[index], StringComparer.OrdinalIgnoreCase)
                || (controlling.Type == FieldType.Boolean && value.ValidFor.Contains(index == 0 ? "unchecked" : "checked", StringComparer.OrdinalIgnoreCase)))
            {
                bits[index / 8] |= (byte)(0x80 >> (index % 8));
            }
        }
        return Convert.ToBase64String(bits);
    }
}
