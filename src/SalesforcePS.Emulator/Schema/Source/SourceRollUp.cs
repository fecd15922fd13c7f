namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The summary that a field of type Summary declares.</summary>
internal static class SourceRollUp
{
    public static RollUp Read(SourceElement element, string objectName)
    {
        var (child, reference) = Split(element, "summaryForeignKey");
        var operation = element.RequiredText("summaryOperation");
        if (!Enum.TryParse<RollUpOperation>(operation, ignoreCase: true, out var known))
            throw element.Mistake($"the summaryOperation '{operation}' of {objectName} is not known", "Use count, sum, min or max");
        return new RollUp(
            known,
            child,
            reference,
            known == RollUpOperation.Count ? null : Split(element, "summarizedField").Field,
            [.. element.Children("summaryFilterItems").Select(Filter)])
        {
            Location = element.File,
        };
    }

    private static FilterItem Filter(SourceElement item)
    {
        if (item.Has("valueField"))
            throw item.Mistake("a summary filter compares two fields, which the emulator does not support", SourceFiles.Remedy);
        return new FilterItem(Split(item, "field").Field, item.RequiredText("operation"), SourceFilter.Values(item));
    }

    private static (string Object, string Field) Split(SourceElement element, string name) =>
        element.RequiredText(name).Split('.') is [var owner, var field]
            ? (owner, field)
            : throw element.Mistake($"the element <{name}> is '{element.Text(name)}'", "Write an object and its field, as in Invoice__c.Account__c");
}
