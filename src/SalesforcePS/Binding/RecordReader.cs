using System.Collections;
using System.Management.Automation;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Binding;

/// <summary>Reads an input object of any kind into a record for the engine. Runs on the pipeline thread: properties may be script.</summary>
internal static class RecordReader
{
    private const string QueriedPrefix = "Salesforce.";
    private const string DeserializedPrefix = "Deserialized.Salesforce.";

    /// <summary>Null where the object is none that has fields.</summary>
    /// <exception cref="GetValueException">A property of the object cannot be read.</exception>
    public static InputRecord? Read(PSObject input, string? objectType)
    {
        var source = input.BaseObject is PSCustomObject ? input : input.BaseObject;
        return input.BaseObject switch
        {
            SalesforceRecord record => new InputRecord(source, objectType ?? RecordView.SchemaOf(record).ObjectType, FieldsOf(input), IsQueried: true),
            // A version is not deleted, its document is.
            SfUploadResult result => new InputRecord(source, objectType ?? result.ObjectType, [new("Id", result.ContentDocumentId ?? result.Id)]),
            IRecordIdentity known => new InputRecord(source, objectType ?? known.ObjectType, [new("Id", known.Id)]),
            IDictionary table => ReadTable(table, source, objectType),
            string or ValueType => null,
            _ => ReadObject(input, source, objectType),
        };
    }

    /// <summary>An Id as text, or whatever has one.</summary>
    public static InputRecord? ReadIdentity(PSObject input) =>
        input.BaseObject is string id ? new InputRecord(id, "", [new("Id", id)]) : Read(input, null);

    /// <summary>The Id of an object, or text that is one; null where there is none.</summary>
    public static string? IdOf(PSObject input) => ReadIdentity(input) is { } record ? IdOf(record) : null;

    /// <summary>The Id of an input; null where it has none.</summary>
    public static string? IdOf(InputRecord record) =>
        record.Fields.FirstOrDefault(field => field.Key.Equals("Id", StringComparison.OrdinalIgnoreCase)).Value?.ToString() is { Length: > 0 } id ? id : null;

    private static InputRecord ReadTable(IDictionary table, object source, string? objectType)
    {
        var fields = new List<KeyValuePair<string, object?>>(table.Count);
        foreach (DictionaryEntry entry in table)
            fields.Add(new(entry.Key.ToString()!, Unwrap(entry.Value)));
        return Create(source, objectType, fields, isQueried: false);
    }

    private static InputRecord ReadObject(PSObject input, object source, string? objectType)
    {
        var typeName = input.TypeNames.Count > 0 ? input.TypeNames[0] : "";
        var isQueried = typeName.StartsWith(DeserializedPrefix, StringComparison.Ordinal) || typeName.StartsWith(QueriedPrefix, StringComparison.Ordinal);
        return Create(source, objectType ?? (isQueried ? typeName[(typeName.IndexOf(QueriedPrefix, StringComparison.Ordinal) + QueriedPrefix.Length)..] : null), FieldsOf(input), isQueried);
    }

    private static InputRecord Create(object source, string? objectType, List<KeyValuePair<string, object?>> fields, bool isQueried)
    {
        // REST's own shape carries its object in "attributes", as Invoke-SfQuery -Raw gives it.
        var attributes = fields.FindIndex(field => field.Key.Equals("attributes", StringComparison.OrdinalIgnoreCase));
        if (attributes >= 0)
        {
            objectType ??= fields[attributes].Value is PSObject shape ? shape.Properties["type"]?.Value as string : null;
            fields.RemoveAt(attributes);
        }
        return new InputRecord(source, objectType ?? "", fields, isQueried);
    }

    private static List<KeyValuePair<string, object?>> FieldsOf(PSObject input)
    {
        var fields = new List<KeyValuePair<string, object?>>();
        foreach (var property in input.Properties)
        {
            if (property.IsGettable)
                fields.Add(new(property.Name, Unwrap(property.Value)));
        }
        return fields;
    }

    private static object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapped => Unwrap(wrapped.BaseObject),
        object?[] list when Array.Exists(list, static item => item is PSObject) => Array.ConvertAll(list, Unwrap),
        _ => ReferenceEquals(value, System.Management.Automation.Internal.AutomationNull.Value) ? null : value,
    };
}
