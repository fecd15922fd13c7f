namespace SalesforcePS.Emulator.Schema.ListViews;

/// <summary>The list views that an org has from the start: all records, the user's own of the main objects, and what was viewed of late.</summary>
internal static class StandardListViews
{
    private const string LastViewed = "LastViewedDate";

    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["Account"] = ["Name", "Site", "BillingState", "Phone", "Type", "Owner.Alias"],
        ["Asset"] = ["Name", "SerialNumber", "InstallDate", "Account.Name", "Contact.Name", "Product2.Name", "Status"],
        ["Campaign"] = ["Name", "Type", "Status", "StartDate", "EndDate", "Owner.Alias"],
        ["Case"] = ["CaseNumber", "Contact.Name", "Subject", "Status", "Priority", "CreatedDate", "Owner.Alias"],
        ["Contact"] = ["Name", "Account.Name", "Title", "Phone", "Email", "Owner.Alias"],
        ["Contract"] = ["ContractNumber", "Account.Name", "Status", "StartDate", "EndDate", "Owner.Alias"],
        ["Event"] = ["Subject", "StartDateTime", "EndDateTime", "IsAllDayEvent", "Who.Name", "What.Name", "Owner.Alias"],
        ["Lead"] = ["Name", "Company", "State", "Email", "Status", "CreatedDate", "Owner.Alias"],
        ["Opportunity"] = ["Name", "Account.Name", "Amount", "CloseDate", "StageName", "Owner.Alias"],
        ["Order"] = ["OrderNumber", "Account.Name", "TotalAmount", "EffectiveDate", "Status"],
        ["Pricebook2"] = ["Name", "Description", "LastModifiedDate", "IsActive"],
        ["Product2"] = ["Name", "ProductCode", "Description", "Family"],
        ["Task"] = ["Subject", "Who.Name", "What.Name", "ActivityDate", "Status", "Priority", "Owner.Alias"],
        ["User"] = ["Name", "Alias", "Username", "LastLoginDate", "Profile.Name", "IsActive"],
    };

    private static readonly HashSet<string> WithMine = new(StringComparer.Ordinal) { "Account", "Contact", "Opportunity" };

    /// <summary>Custom objects have one of all records; settings, metadata types, events and the parts of other records have none.</summary>
    public static IEnumerable<ListViewDefinition> Of(SObjectType type)
    {
        if (type is { Custom: true, Layoutable: true })
            yield return new ListViewDefinition("All", "All", ["Name"]);
        if (!Columns.TryGetValue(type.Name, out var columns))
            yield break;
        var name = type.LabelPlural.Replace(" ", "", StringComparison.Ordinal);
        yield return new ListViewDefinition($"All{name}", $"All {type.LabelPlural}", columns);
        if (WithMine.Contains(type.Name))
            yield return new ListViewDefinition($"My{name}", $"My {type.LabelPlural}", columns) { IsMine = true };
        if (type.FindField(LastViewed) is not null)
        {
            yield return new ListViewDefinition($"RecentlyViewed{name}", $"Recently Viewed {type.LabelPlural}", columns)
            {
                Condition = new ListViewComparison(LastViewed, ListViewOperator.NotEquals, ["null"]),
                IsRecent = true,
            };
        }
    }
}
