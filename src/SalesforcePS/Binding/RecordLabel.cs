using SalesforcePS.Core.Writing;

namespace SalesforcePS.Binding;

/// <summary>What a record is called in messages: its object, and its Id or the best name it has.</summary>
internal static class RecordLabel
{
    private static readonly string[] Naming = ["Id", "Name", "LastName", "Subject", "Title"];

    public static string Of(InputRecord record)
    {
        var objectType = record.ObjectType.Length > 0 ? record.ObjectType : "record";
        foreach (var name in Naming)
        {
            foreach (var (field, value) in record.Fields)
            {
                if (field.Equals(name, StringComparison.OrdinalIgnoreCase) && value?.ToString() is { Length: > 0 } text)
                    return $"{objectType} '{text}'";
            }
        }
        return objectType;
    }
}
