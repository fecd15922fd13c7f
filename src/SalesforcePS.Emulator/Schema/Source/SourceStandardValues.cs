namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Standard value sets take the place of the values that standard picklists come with, and of what follows from them.</summary>
internal static class SourceStandardValues
{
    private static readonly Dictionary<string, string[]> FieldsOfSet = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AccountOwnership"] = ["Account.Ownership"],
        ["AccountRating"] = ["Account.Rating", "Lead.Rating"],
        ["AccountType"] = ["Account.Type"],
        ["AssetStatus"] = ["Asset.Status"],
        ["CampaignMemberStatus"] = ["CampaignMember.Status"],
        ["CampaignStatus"] = ["Campaign.Status"],
        ["CampaignType"] = ["Campaign.Type"],
        ["CaseOrigin"] = ["Case.Origin"],
        ["CasePriority"] = ["Case.Priority"],
        ["CaseReason"] = ["Case.Reason"],
        ["CaseStatus"] = ["Case.Status"],
        ["CaseType"] = ["Case.Type"],
        ["ContractStatus"] = ["Contract.Status"],
        ["EventSubject"] = ["Event.Subject"],
        ["EventType"] = ["Event.Type"],
        ["Industry"] = ["Account.Industry", "Lead.Industry"],
        ["LeadSource"] = ["Account.AccountSource", "CampaignMember.LeadSource", "Contact.LeadSource", "Lead.LeadSource", "Opportunity.LeadSource"],
        ["LeadStatus"] = ["Lead.Status"],
        ["OpportunityStage"] = ["Opportunity.StageName"],
        ["OpportunityType"] = ["Opportunity.Type"],
        ["OrderStatus"] = ["Order.Status"],
        ["Product2Family"] = ["Product2.Family"],
        ["Salutation"] = ["CampaignMember.Salutation", "Contact.Salutation", "Lead.Salutation"],
        ["TaskPriority"] = ["Task.Priority"],
        ["TaskStatus"] = ["Task.Status"],
        ["TaskSubject"] = ["Task.Subject"],
        ["TaskType"] = ["Task.Type"],
    };

    public static void Apply(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems)
    {
        foreach (var (name, element) in tree.StandardValueSets)
        {
            // A set that no object of the emulator uses has nothing to act on.
            foreach (var path in FieldsOfSet.GetValueOrDefault(name, []))
                problems.Catch(() => Apply(element, path.Split('.'), types));
        }
    }

    private static void Apply(SourceElement element, string[] path, Dictionary<string, SObjectType> types)
    {
        var type = types[path[0]];
        var items = element.Children("standardValue");
        var values = SourceValueSets.Values(items);
        if (values.Count == 0)
            throw element.Mistake("it has no values", "Add <standardValue> elements");
        var fields = type.Fields.Select(field => field.Name != path[1] ? field : field with
        {
            PicklistValues = values,
            DefaultValue = values.FirstOrDefault(value => value.IsDefault)?.Value,
            DefaultedOnCreate = field.DefaultedOnCreate || values.Any(value => value.IsDefault),
        }).ToList();
        var changed = type.With(fields, type.Rules);
        types[path[0]] = Follows(changed, path[1], items) is { } derivation
            ? changed.With(fields, type.Rules, [.. changed.Derivations.Where(other => other.Source.Name != path[1]), derivation])
            : changed;
    }

    /// <summary>What follows from the value by the marks of the set: closed, won, probability and the like.</summary>
    private static Derivation? Follows(SObjectType type, string fieldName, IReadOnlyList<SourceElement> items)
    {
        return (type.Name, fieldName) switch
        {
            ("Opportunity", "StageName") => Make(item =>
            [
                ("Probability", (double)(item.Number("probability") ?? 0)),
                ("ForecastCategoryName", ForecastName(item.Text("forecastCategory"))),
                ("ForecastCategory", item.Text("forecastCategory") ?? "Pipeline"),
                ("IsClosed", item.Flag("closed") ? 1L : 0L),
                ("IsWon", item.Flag("won") ? 1L : 0L),
            ]),
            ("Case", "Status") => Make(item =>
                [("IsClosed", item.Flag("closed") ? 1L : 0L), ("ClosedDate", item.Flag("closed") ? Derivation.Now.Value : null)]),
            ("Task", "Status") => Make(item =>
                [("IsClosed", item.Flag("closed") ? 1L : 0L), ("CompletedDateTime", item.Flag("closed") ? Derivation.Now.Value : null)]),
            ("Task", "Priority") => Make(item => [("IsHighPriority", item.Flag("highPriority") ? 1L : 0L)]),
            _ => null,
        };

        Derivation Make(Func<SourceElement, (string Field, object? Column)[]> following) => new(
            type.FindField(fieldName)!,
            items.ToDictionary(
                item => Uri.UnescapeDataString(item.RequiredText("fullName")),
                IReadOnlyList<(SObjectField, object?)> (item) =>
                    [.. following(item).Select(pair => (type.FindField(pair.Field), pair.Column)).Where(pair => pair.Item1 is { Expression: null }).Select(pair => (pair.Item1!, pair.Column))],
                StringComparer.OrdinalIgnoreCase));
    }

    private static string ForecastName(string? category) => category switch
    {
        "BestCase" => "Best Case",
        "MostLikely" => "Most Likely",
        "Forecast" => "Commit",
        null => "Pipeline",
        _ => category,
    };
}
