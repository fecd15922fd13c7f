using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The filter items of metadata as conditions of SQL.</summary>
internal static class FilterSql
{
    /// <summary>Null where the operation or a value does not go with the field. The values are added to the parameters.</summary>
    public static string? Condition(SObjectField field, FilterItem filter, List<object> parameters)
    {
        var column = SqlName.Quote(field.Column);
        var isNegative = filter.Operation is "notEqual" or "notContain" or "excludes";
        var conditions = new List<string>();
        foreach (var value in filter.Values.DefaultIfEmpty(""))
        {
            if (One(field, column, filter.Operation, value.Trim(), parameters) is not { } condition)
                return null;
            conditions.Add(condition);
        }
        return $"({string.Join(isNegative ? " AND " : " OR ", conditions)})";
    }

    private static string? One(SObjectField field, string column, string operation, string text, List<object> parameters)
    {
        switch (operation)
        {
            case "contains" or "notContain" or "startsWith" when field.IsText:
                parameters.Add(operation == "startsWith" ? $"{Escape(text)}%" : $"%{Escape(text)}%");
                return operation == "notContain"
                    ? $@"({column} IS NULL OR {column} NOT LIKE ? ESCAPE '\')"
                    : $@"{column} LIKE ? ESCAPE '\'";
            case "includes" or "excludes" when field.Type == FieldType.MultiPicklist:
                parameters.Add($"%;{Escape(text)};%");
                return operation == "excludes"
                    ? $@"({column} IS NULL OR ';' || {column} || ';' NOT LIKE ? ESCAPE '\')"
                    : $@"';' || {column} || ';' LIKE ? ESCAPE '\'";
            case "equals" when text.Length == 0:
                return $"{column} IS NULL";
            case "notEqual" when text.Length == 0:
                return $"{column} IS NOT NULL";
            case "equals" or "notEqual" or "lessThan" or "greaterThan" or "lessOrEqual" or "greaterOrEqual"
                when ValueParser.TryParse(field, text, out var value):
                parameters.Add(value!);
                return $"{column} {Sign(operation)} ?";
            default:
                return null;
        }
    }

    private static string Sign(string operation) => operation switch
    {
        "equals" => "IS",
        "notEqual" => "IS NOT",
        "lessThan" => "<",
        "greaterThan" => ">",
        "lessOrEqual" => "<=",
        _ => ">=",
    };

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
