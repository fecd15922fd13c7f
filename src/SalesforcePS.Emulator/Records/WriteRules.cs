using System.Runtime.CompilerServices;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>What the fields of an sObject ask of every write; worked out once per sObject.</summary>
internal sealed class WriteRules
{
    private static readonly ConditionalWeakTable<SObjectType, WriteRules> Known = [];

    private WriteRules(SObjectType type)
    {
        var writeable = type.Fields.Where(field => field.HasColumn && !field.Calculated).ToList();
        Required = [.. writeable.Where(field => !field.Nillable && !field.DefaultedOnCreate && field.Createable && field.Type != FieldType.Boolean)];
        NotNullable = [.. writeable.Where(field => !field.Nillable && field.Updateable && field.Type != FieldType.Boolean)];
        Unique = [.. writeable.Where(field => field.Unique)];
        AutoNumbers = [.. writeable.Where(field => field.AutoNumber)];
        DefaultFormulas = [.. writeable.Where(field => field.DefaultFormula is not null)];
        Hierarchies = [.. writeable.Where(field => field.IsHierarchy)];
        Copied = [.. writeable.Where(field => field.CopiedFrom.Count > 0)];
        // Booleans have their default in the table's declaration.
        Defaults = [.. writeable.Where(field => field.DefaultedOnCreate && field.DefaultValue is not null and not bool)
            .Select(field => (field, StoredValue.ToColumn(field.DefaultValue)))];
    }

    public IReadOnlyList<SObjectField> Required { get; }

    public IReadOnlyList<SObjectField> NotNullable { get; }

    public IReadOnlyList<SObjectField> Unique { get; }

    public IReadOnlyList<SObjectField> AutoNumbers { get; }

    public IReadOnlyList<SObjectField> DefaultFormulas { get; }

    public IReadOnlyList<SObjectField> Hierarchies { get; }

    public IReadOnlyList<SObjectField> Copied { get; }

    public IReadOnlyList<(SObjectField Field, object? Column)> Defaults { get; }

    public static WriteRules Of(SObjectType type) => Known.GetValue(type, static type => new WriteRules(type));
}
