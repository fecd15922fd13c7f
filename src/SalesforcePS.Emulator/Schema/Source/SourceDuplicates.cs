namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Active duplicate rules, with the exact matching rules that they use.</summary>
internal static class SourceDuplicates
{
    public static void Apply(SourceTree tree, Dictionary<string, SObjectType> types, SourceProblems problems)
    {
        foreach (var (name, element) in tree.DuplicateRules.OrderBy(pair => pair.Value.Number("sortOrder") ?? 0))
        {
            if (element.Flag("isActive"))
                problems.Catch(() => Apply(tree, name, element, types));
        }
    }

    private static void Apply(SourceTree tree, string fullName, SourceElement element, Dictionary<string, SObjectType> types)
    {
        if (fullName.Split('.', 2) is not [var typeName, var name] || !types.TryGetValue(typeName, out var type))
            throw element.Mistake($"there is no object '{fullName.Split('.')[0]}'", SourceFiles.Remedy);
        if (element.Child("duplicateRuleFilter") is { } filter && filter.Has("duplicateRuleFilterItems"))
            throw element.Mistake("it has a filter, which the emulator does not support", SourceFiles.Remedy);
        var rules = element.Children("duplicateRuleMatchRules").Select(match => new DuplicateRule(
            name,
            Fields(tree, match, type),
            Action(element, "actionOnInsert", "operationsOnInsert"),
            Action(element, "actionOnUpdate", "operationsOnUpdate")));
        types[typeName] = type.With(type.Fields, type.Rules with { DuplicateRules = [.. type.DuplicateRules, .. rules] });
    }

    /// <summary>Null where duplicates are let through without a word.</summary>
    private static bool? Action(SourceElement element, string action, string operations) => element.Text(action) switch
    {
        "Block" => true,
        "Allow" => element.Texts(operations).Contains("Alert") ? false : null,
        null => null,
        var other => throw element.Mistake($"the {action} '{other}' is not known", "Use Allow or Block"),
    };

    private static SObjectField[] Fields(SourceTree tree, SourceElement match, SObjectType type)
    {
        var sobject = match.RequiredText("matchRuleSObjectType");
        if (!sobject.Equals(type.Name, StringComparison.OrdinalIgnoreCase))
            throw match.Mistake($"it compares with records of {sobject}, which the emulator does not support", SourceFiles.Remedy);
        var name = match.RequiredText("matchingRule");
        if (!tree.MatchingRules.TryGetValue($"{sobject}.{name}", out var rule))
            throw match.Mistake($"there is no matching rule {name} in the folder", "Add it; the standard matching rules, which are fuzzy, are not supported by the emulator");
        if (rule.Has("booleanFilter"))
            throw rule.Mistake($"the matching rule {name} has a booleanFilter, which the emulator does not support", SourceFiles.Remedy);
        return [.. rule.Children("matchingRuleItems").Select(item => Field(item, name, type))];
    }

    private static SObjectField Field(SourceElement item, string ruleName, SObjectType type)
    {
        var method = item.RequiredText("matchingMethod");
        if (method != "Exact" || item.Text("blankValueBehavior") == "MatchBlanks")
        {
            var what = method == "Exact" ? "matches blanks" : $"uses the method {method}";
            throw item.Mistake($"the matching rule {ruleName} {what}, which the emulator does not support", SourceFiles.Remedy);
        }
        var name = item.RequiredText("fieldName");
        return type.FindField(name) is { HasColumn: true } field
            ? field
            : throw item.Mistake($"the matching rule {ruleName} names the field '{name}', which there is not", "Name fields of the object");
    }
}
