using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>One filter of a list view: a field, an operation and values, of which one is enough.</summary>
internal sealed class SourceListViewFilter(SourceColumns columns, OrgSchema schema)
{
    private const string RecordTypeName = "RecordType.Name";

    private static readonly Dictionary<string, ListViewOperator> Operators = new(StringComparer.Ordinal)
    {
        ["equals"] = ListViewOperator.Equals,
        ["notEqual"] = ListViewOperator.NotEquals,
        ["lessThan"] = ListViewOperator.LessThan,
        ["lessOrEqual"] = ListViewOperator.LessThanOrEqualTo,
        ["greaterThan"] = ListViewOperator.GreaterThan,
        ["greaterOrEqual"] = ListViewOperator.GreaterThanOrEqualTo,
        ["contains"] = ListViewOperator.Like,
        ["notContain"] = ListViewOperator.Like,
        ["startsWith"] = ListViewOperator.Like,
        ["includes"] = ListViewOperator.Includes,
        ["excludes"] = ListViewOperator.Excludes,
    };

    public ListViewCondition Read(SourceElement item, SObjectType type)
    {
        var name = item.RequiredText("field");
        var path = columns.Find(type, name) ?? throw item.Mistake($"the filter names '{name}', which the emulator does not know as a field of {type.Name}", SourceFiles.Remedy);
        var operation = item.RequiredText("operation");
        if (!Operators.TryGetValue(operation, out var known))
            throw item.Mistake($"the emulator does not support the filter operation '{operation}'", SourceFiles.Remedy);
        var values = SourceFilter.Values(item);
        if (path == RecordTypeName)
        {
            path = "RecordType.DeveloperName";
            values = [.. values.Select(value => value[(value.IndexOf('.', StringComparison.Ordinal) + 1)..])];
        }
        var field = FieldPaths.Resolve(schema, type, path)[^1].Field;
        return Condition(new SourceListViewLiteral(item, field), path, operation, known, values);
    }

    private static ListViewCondition Condition(SourceListViewLiteral literal, string path, string operation, ListViewOperator known, IReadOnlyList<string> values)
    {
        var isNegative = operation is "notEqual" or "notContain";
        if (known is ListViewOperator.Includes or ListViewOperator.Excludes)
            return new ListViewComparison(path, known, [.. values.Select(literal.Text)]);
        if (known == ListViewOperator.Like)
        {
            var start = operation == "startsWith" ? "" : "%";
            return ListViewGroup.Of(isNegative, [.. values.Select(value => Like(path, literal.Pattern(start, value), isNegative))]);
        }
        if (values.Count > 1 && literal.IsListable && (known is ListViewOperator.Equals or ListViewOperator.NotEquals))
            return new ListViewComparison(path, isNegative ? ListViewOperator.NotIn : ListViewOperator.In, [.. values.Select(literal.Text)]);
        return ListViewGroup.Of(isNegative, [.. values.Select(value => literal.Compare(path, known, value))]);
    }

    private static ListViewCondition Like(string path, string pattern, bool isNegative)
    {
        var like = new ListViewComparison(path, ListViewOperator.Like, [pattern]);
        return isNegative ? new ListViewNegation(like) : like;
    }
}
