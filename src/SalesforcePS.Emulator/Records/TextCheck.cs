using System.Buffers;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>Length, picklist values and the shape of e-mail addresses.</summary>
internal static class TextCheck
{
    private const char ValueSeparator = ';';

    private static readonly SearchValues<char> NotInEmailAddress = SearchValues.Create(" ,;<>()[]\"\t\r\n");

    public static RecordError? Check(SObjectType type, SObjectField field, string text, bool truncate, out object column)
    {
        column = text;
        if (field.Type == FieldType.MultiPicklist)
            return CheckValues(type, field, text, out column);
        if (field.RestrictedPicklist && field.PicklistValues.Count > 0)
            return RestrictTo(type, field, text, out column);
        if (field.Length > 0 && text.Length > field.Length)
        {
            if (!truncate || !MayTruncate(field))
                return RecordErrors.TooLong(field, text);
            column = text[..field.Length];
        }
        return field.Type == FieldType.Email && !IsEmailAddress(text) ? RecordErrors.Email(field, text) : null;
    }

    // The types that AllowFieldTruncationHeader names (SOAP API Developer Guide, AllowFieldTruncationHeader).
    private static bool MayTruncate(SObjectField field) => field.Type
        is FieldType.String or FieldType.TextArea or FieldType.Phone or FieldType.Email or FieldType.EncryptedString
        or FieldType.Picklist or FieldType.MultiPicklist or FieldType.AnyType;

    private static RecordError? RestrictTo(SObjectType type, SObjectField field, string text, out object column)
    {
        column = text;
        if (FindValue(field, text) is not { } value)
            return RecordErrors.RestrictedPicklist(type, field, text);
        column = value;
        return null;
    }

    private static RecordError? CheckValues(SObjectType type, SObjectField field, string text, out object column)
    {
        column = text;
        var values = text.Split(ValueSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (field.RestrictedPicklist && field.PicklistValues.Count > 0)
        {
            if (values.Find(value => FindValue(field, value) is null) is { } bad)
                return RecordErrors.RestrictedPicklist(type, field, bad);
            // An org keeps the chosen values in the order of the picklist.
            values = [.. field.PicklistValues.Select(known => known.Value).Where(known => values.Contains(known, StringComparer.OrdinalIgnoreCase))];
        }
        column = string.Join(ValueSeparator, values);
        return null;
    }

    private static string? FindValue(SObjectField field, string text) =>
        field.PicklistValues.FirstOrDefault(value => value.Active && string.Equals(value.Value, text, StringComparison.OrdinalIgnoreCase))?.Value;

    private static bool IsEmailAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != text.LastIndexOf('@') || text.AsSpan().IndexOfAny(NotInEmailAddress) >= 0)
            return false;
        var domain = text.AsSpan(at + 1);
        var dot = domain.LastIndexOf('.');
        return dot > 0 && dot < domain.Length - 1 && !domain.StartsWith(".") && !domain.Contains("..", StringComparison.Ordinal);
    }
}
