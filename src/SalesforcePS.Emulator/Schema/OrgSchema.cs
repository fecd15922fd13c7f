using System.Collections.Frozen;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema.Approvals;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Schema;

/// <summary>All sObjects of the org: the standard ones and those of the schema file.</summary>
internal sealed class OrgSchema
{
    private readonly FrozenDictionary<string, SObjectType> typesByName;
    private readonly FrozenDictionary<string, SObjectType> typesByKeyPrefix;

    public OrgSchema(IReadOnlyList<SObjectType> types)
    {
        Types = types;
        typesByName = types.ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        typesByKeyPrefix = types.ToFrozenDictionary(type => type.KeyPrefix, StringComparer.Ordinal);
        string[] custom = [.. types.Where(type => type is { Custom: true, CustomSetting: false, Layoutable: true }).Select(type => type.Name)];
        foreach (var field in types.SelectMany(type => type.Fields).Where(field => field.TakesCustomObjects))
            field.ReferenceTo = [.. field.ReferenceTo.Union(custom, StringComparer.OrdinalIgnoreCase)];
        foreach (var type in types)
        {
            type.ChildRelationships = [.. ChildrenOf(type)];
            type.ListViews = [.. type.ListViews.UnionBy(StandardListViews.Of(type), view => view.DeveloperName, StringComparer.OrdinalIgnoreCase)];
        }
        foreach (var (type, field) in types.SelectMany(type => type.Fields.Where(field => field is { Custom: false, Formula: not null }).Select(field => (type, field))))
            field.Formula!.Compile(this, type, FormulaValue.TypeOf(field.Type)!.Value);
    }

    public IReadOnlyList<SObjectType> Types { get; }

    /// <summary>Custom labels by name, for formulas.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Records that are there from the start and cannot be written.</summary>
    public IReadOnlyList<DeclaredRecord> Records { get; init; } = [];

    /// <summary>What a lead's conversion carries over beside the standard fields.</summary>
    public IReadOnlyList<LeadMapping> LeadMappings { get; init; } = [];

    /// <summary>In the order in which an org tries them; those that are not active among them.</summary>
    public IReadOnlyList<ApprovalProcess> ApprovalProcesses { get; init; } = [];

    public SObjectType? Find(string name) => typesByName.GetValueOrDefault(name);

    public SObjectType? FindByKeyPrefix(string prefix) => typesByKeyPrefix.GetValueOrDefault(prefix);

    private IEnumerable<ChildRelationship> ChildrenOf(SObjectType parent) =>
        from child in Types
        from field in child.Fields
        where field.ReferenceTo.Contains(parent.Name, StringComparer.OrdinalIgnoreCase)
        select new ChildRelationship(
            child.Name,
            field.Name,
            field.ChildRelationshipName,
            field.DeleteRule == DeleteRule.Cascade,
            field.DeleteRule == DeleteRule.Restrict);
}
