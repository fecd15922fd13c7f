using System.Globalization;
using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Writes the items of a filter as conditions of a formula. Filters do not see the case of texts.</summary>
/// <param name="paths">Finds what formulas mean by a path.</param>
/// <param name="pathOf">What the filter calls a field, as formulas call it.</param>
internal sealed class SourceFilterFormula(PathResolver paths, Func<string, string> pathOf)
{
    private static readonly string[] MomentFormats = ["yyyy-MM-dd", "M/d/yyyy", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK", "M/d/yyyy h:mm tt"];

    /// <summary>The conditions of a filter as one, which stands in brackets where it has several.</summary>
    public static string Combine(SourceElement filter, IReadOnlyList<string> conditions) => SourceFilterLogic<string>.Combine(
        filter, conditions, (isAnd, parts) => $"({string.Join(isAnd ? " && " : " || ", parts)})", condition => $"!({condition})");

    public string Condition(SourceElement item)
    {
        var operation = item.RequiredText("operation");
        var path = pathOf(item.RequiredText("field"));
        var type = TypeOf(item, path);
        string[] conditions = item.Text("valueField") is { } other
            ? [Compare(item, path, type, operation, Term(pathOf(other), TypeOf(item, pathOf(other))))]
            : [.. SourceFilter.Values(item).Select(value => CompareWith(item, path, type, operation, value))];
        var isNegative = operation is "notEqual" or "notContain" or "excludes";
        return $"({string.Join(isNegative ? " && " : " || ", conditions)})";
    }

    private FormulaType TypeOf(SourceElement item, string path)
    {
        try
        {
            return paths.Resolve(path).Type;
        }
        catch (FormulaException exception)
        {
            throw item.Mistake($"the filter cannot be used: {exception.Message}", SourceFiles.Remedy);
        }
    }

    private static string CompareWith(SourceElement item, string path, FormulaType type, string operation, string value)
    {
        if (value.Length == 0 && operation is ("equals" or "notEqual") && type != FormulaType.Boolean)
            return operation == "equals" ? $"ISBLANK({path})" : $"NOT(ISBLANK({path}))";
        return operation switch
        {
            "includes" when type == FormulaType.MultiPicklist => $"INCLUDES({path}, {Quoted(value)})",
            "excludes" when type == FormulaType.MultiPicklist => $"NOT(INCLUDES({path}, {Quoted(value)}))",
            _ => Compare(item, path, type, operation, Literal(item, type, value)),
        };
    }

    private static string Compare(SourceElement item, string path, FormulaType type, string operation, string value)
    {
        var term = Term(path, type);
        return operation switch
        {
            "equals" => $"{term} = {value}",
            "notEqual" => $"(ISBLANK({path}) || NOT({term} = {value}))",
            "lessThan" => $"{term} < {value}",
            "lessOrEqual" => $"{term} <= {value}",
            "greaterThan" => $"{term} > {value}",
            "greaterOrEqual" => $"{term} >= {value}",
            "contains" => $"CONTAINS({term}, {value})",
            "notContain" => $"NOT(CONTAINS({term}, {value}) && TRUE)",
            "startsWith" => $"BEGINS({term}, {value})",
            _ => throw item.Mistake($"the emulator does not support the filter operation '{operation}' here", SourceFiles.Remedy),
        };
    }

    private static string Term(string path, FormulaType type) => type switch
    {
        FormulaType.Picklist => $"LOWER(TEXT({path}))",
        FormulaType.Text => $"LOWER({path})",
        _ => path,
    };

    private static string Literal(SourceElement item, FormulaType type, string value) => type switch
    {
        FormulaType.Text or FormulaType.Picklist => $"LOWER({Quoted(value)})",
        FormulaType.Boolean => value.Equals("True", StringComparison.OrdinalIgnoreCase) || value == "1" ? "TRUE" : "FALSE",
        FormulaType.Number when decimal.TryParse(value, CultureInfo.InvariantCulture, out _) => value,
        FormulaType.Date when Moment(value) is { } day => FormattableString.Invariant($"DATE({day.Year}, {day.Month}, {day.Day})"),
        FormulaType.DateTime when Moment(value) is { } moment => $"DATETIMEVALUE({Quoted(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))})",
        _ => throw item.Mistake($"the emulator cannot compare a field of type {type} with '{value}'", SourceFiles.Remedy),
    };

    /// <summary>As metadata of any origin has it, and in American order, as orgs write it themselves.</summary>
    private static DateTime? Moment(string value) =>
        DateTime.TryParseExact(value, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
