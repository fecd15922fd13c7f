using System.Reflection;
using System.Text.Json;
using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema;

/// <summary>The standard objects, read from the files of Schema/Standard that are embedded in the assembly.</summary>
internal static class StandardSchema
{
    private const string PicklistsResource = "Picklists.json";
    private const char DefaultMark = '*';
    private const char ConvertedMark = '+';
    private const string Moment = "$now";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static IReadOnlyList<SObjectType> Load()
    {
        var assembly = typeof(StandardSchema).Assembly;
        var picklists = Read<Dictionary<string, string[]>>(assembly, PicklistsResource);
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name != PicklistsResource)
            .Order(StringComparer.Ordinal)
            .Select(name => ToType(Read<StandardObject>(assembly, name), picklists))];
    }

    private static T Read<T>(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    private static SObjectType ToType(StandardObject source, Dictionary<string, string[]> picklists)
    {
        var fields = Fields(source, picklists);
        return ToType(source, fields);
    }

    private static SObjectType ToType(StandardObject source, List<SObjectField> fields) => new(fields)
    {
        Derivations = [.. source.Derived.Select(derived => ToDerivation(derived.Key, derived.Value, fields))],
        Name = source.Name,
        Label = source.Label,
        LabelPlural = source.LabelPlural,
        KeyPrefix = source.KeyPrefix,
        Createable = source.Allows("create"),
        Updateable = source.Allows("update"),
        Deletable = source.Allows("delete"),
        Undeletable = source.Allows("undelete"),
        Queryable = source.Allows("query"),
        Retrieveable = source.Allows("retrieve"),
        Searchable = source.Allows("search"),
        Mergeable = source.Allows("merge"),
        Replicateable = source.Audit,
        Layoutable = source.Allows("create"),
        View = source.View.Count == 0 ? null : string.Join(' ', source.View),
    };

    private static List<SObjectField> Fields(StandardObject source, Dictionary<string, string[]> picklists)
    {
        List<SObjectField> fields = [SystemFields.IdField(source.Label)];
        if (source.IsDeleted)
            fields.Add(SystemFields.IsDeletedField());
        fields.AddRange(source.Fields.Select(field => ToField(source, field, picklists)));
        fields.AddRange(source.Audit ? SystemFields.AuditFields() : [SystemFields.SystemModstampField()]);
        return fields;
    }

    private static Derivation ToDerivation(
        string source, Dictionary<string, Dictionary<string, JsonElement>> values, List<SObjectField> fields)
    {
        var valuesBySource = new Dictionary<string, IReadOnlyList<(SObjectField, object?)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, following) in values)
            valuesBySource.Add(value, [.. following.Select(pair => (Find(pair.Key), ToColumn(pair.Value)))]);
        return new Derivation(Find(source), valuesBySource);

        SObjectField Find(string name) => fields.Find(field => field.Name == name)!;
    }

    private static object? ToColumn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1L,
        JsonValueKind.False => 0L,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when value.ValueEquals(Moment) => Derivation.Now.Value,
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    private static SObjectField ToField(StandardObject owner, StandardField source, Dictionary<string, string[]> picklists)
    {
        var type = Enum.Parse<FieldType>(source.Type, ignoreCase: true);
        var values = source.Values is null ? [] : picklists[source.Values].Select(ToPicklistValue).ToArray();
        return new SObjectField
        {
            Name = source.Name,
            Label = source.Label,
            Type = type,
            Length = source.Length ?? FieldTypeDefaults.Length(type),
            Precision = source.Precision ?? FieldTypeDefaults.Precision(type),
            Scale = source.Scale ?? FieldTypeDefaults.Scale(type),
            Digits = FieldTypeDefaults.Digits(type),
            Createable = source.Has('C'),
            Updateable = source.Has('U'),
            Filterable = source.Has('F'),
            Groupable = source.Has('G'),
            Sortable = source.Has('S'),
            Nillable = source.Has('N'),
            DefaultedOnCreate = source.Has('D'),
            RestrictedPicklist = source.Has('R'),
            IdLookup = source.Has('I'),
            DefaultValue = DefaultValue(source, type, values),
            Unique = source.Unique,
            NameField = source.NameField,
            AutoNumber = source.AutoNumber is not null,
            AutoNumberFormat = source.AutoNumber,
            Calculated = source.Expression is not null,
            Expression = source.Expression,
            Formula = source.Formula is null ? null : new Formula(source.Formula, FormulaUse.Field, $"{owner.Name}.{source.Name}"),
            CopiedFrom = source.Copy,
            PicklistValues = values,
            ReferenceTo = source.ReferenceTo,
            TakesCustomObjects = source.CustomParents,
            RelationshipName = source.Relationship,
            ChildRelationshipName = source.Children,
            DeleteRule = source.DeleteRule,
            IsHierarchy = source.Hierarchy,
            CompoundFieldName = source.Compound,
        };
    }

    private static PicklistValue ToPicklistValue(string text)
    {
        var value = text.TrimEnd(DefaultMark, ConvertedMark);
        return new PicklistValue(value, value, Active: true, IsDefault: text.EndsWith(DefaultMark)) { IsConverted = text.EndsWith(ConvertedMark) };
    }

    private static object? DefaultValue(StandardField source, FieldType type, PicklistValue[] values) => source.Default switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ when type == FieldType.Boolean => false,
        _ => values.FirstOrDefault(value => value.IsDefault)?.Value,
    };
}
