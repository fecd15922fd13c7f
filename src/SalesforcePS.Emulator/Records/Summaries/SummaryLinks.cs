using System.Runtime.CompilerServices;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Summaries;

/// <summary>The ways from details to masters on which there is a validation rule; worked out once per schema.</summary>
internal sealed class SummaryLinks
{
    private static readonly ConditionalWeakTable<OrgSchema, SummaryLinks> Known = [];

    private readonly ILookup<SObjectType, SummaryLink> byDetail;

    private SummaryLinks(OrgSchema schema)
    {
        var all = schema.Types.SelectMany(master => Of(master, schema)).ToLookup(link => link.Detail);
        byDetail = all.SelectMany(links => links).Where(link => LeadsToRule(link.Master, all, [])).ToLookup(link => link.Detail);
    }

    public static SummaryLinks Of(OrgSchema schema) => Known.GetValue(schema, static schema => new SummaryLinks(schema));

    public IEnumerable<SummaryLink> From(SObjectType detail) => byDetail[detail];

    public bool AreFrom(SObjectType detail) => byDetail.Contains(detail);

    private static IEnumerable<SummaryLink> Of(SObjectType master, OrgSchema schema) => master.Fields
        .Where(field => field.RollUp is not null)
        .GroupBy(field => (field.RollUp!.Child, field.RollUp.Reference))
        .Select(fields => (Detail: schema.Find(fields.Key.Child)!, fields.Key.Reference, Fields: fields.ToList()))
        .Select(group => new SummaryLink(group.Detail, group.Detail.FindField(group.Reference)!, master, group.Fields));

    private static bool LeadsToRule(SObjectType master, ILookup<SObjectType, SummaryLink> all, HashSet<SObjectType> passed) =>
        passed.Add(master) && (master.ValidationRules.Count > 0 || all[master].Any(link => LeadsToRule(link.Master, all, passed)));
}
