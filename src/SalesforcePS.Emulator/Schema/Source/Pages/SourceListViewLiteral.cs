using System.Globalization;
using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The values of a list view's filter as SOQL writes them, by the type of the field.</summary>
internal sealed partial class SourceListViewLiteral(SourceElement item, SObjectField target)
{
    private const string SoqlDay = "yyyy-MM-dd";
    private const string SoqlMoment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] Days = ["M/d/yyyy", SoqlDay];
    private static readonly string[] Moments = ["M/d/yyyy h:mm tt", "M/d/yyyy H:mm", SoqlMoment];

    private static readonly Dictionary<string, string> StatusCodes = new(StringComparer.Ordinal)
    {
        ["A"] = "Activated",
        ["D"] = "Draft",
        ["P"] = "InApproval",
    };

    /// <summary>Values that can stand in a list; dates can be periods.</summary>
    public bool IsListable => target.IsText || target.Type is FieldType.Id or FieldType.Reference;

    /// <summary>Text in quotes; statuses of contracts and orders by what their letter stands for.</summary>
    public string Text(string value) =>
        $"'{Escape(target.Name == "StatusCode" ? StatusCodes.GetValueOrDefault(value, value) : value)}'";

    public string Pattern(string start, string value) => target.IsText
        ? $"'{start}{Escape(value).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%'"
        : throw item.Mistake($"the operation '{item.Text("operation")}' does not fit the field {target.Name}, which is no text", "Use another operation");

    public ListViewCondition Compare(string path, ListViewOperator operation, string value)
    {
        if (value.Length == 0 && target.Type != FieldType.Boolean)
            return new ListViewComparison(path, operation, ["null"]);
        if (target.Type == FieldType.DateTime && DateTime.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return CompareDay(path, operation, day);
        return new ListViewComparison(path, operation, [Literal(value)]);
    }

    /// <summary>A day is compared with as a whole.</summary>
    private static ListViewCondition CompareDay(string path, ListViewOperator operation, DateTime day)
    {
        ListViewCondition begun = new ListViewComparison(path, ListViewOperator.GreaterThanOrEqualTo, [Moment(day)]);
        ListViewCondition before = new ListViewComparison(path, ListViewOperator.LessThan, [Moment(day)]);
        ListViewCondition over = new ListViewComparison(path, ListViewOperator.GreaterThanOrEqualTo, [Moment(day.AddDays(1))]);
        ListViewCondition notOver = new ListViewComparison(path, ListViewOperator.LessThan, [Moment(day.AddDays(1))]);
        return operation switch
        {
            ListViewOperator.Equals => new ListViewGroup(true, [begun, notOver]),
            ListViewOperator.NotEquals => new ListViewGroup(false, [before, over]),
            ListViewOperator.LessThan => before,
            ListViewOperator.LessThanOrEqualTo => notOver,
            ListViewOperator.GreaterThan => over,
            _ => begun,
        };
    }

    private string Literal(string value) => target.Type switch
    {
        FieldType.Boolean => value.ToUpperInvariant() is "1" or "TRUE" ? "TRUE" : "FALSE",
        FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent
            when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => value,
        FieldType.Date or FieldType.DateTime when Period().IsMatch(value) => value,
        FieldType.Date when DateTime.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString(SoqlDay, CultureInfo.InvariantCulture),
        FieldType.DateTime when DateTime.TryParseExact(value, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) => Moment(moment),
        _ when IsListable => Text(value),
        _ => throw item.Mistake($"the filter compares {target.Name} with '{value}', which is no value of its type", "Write a value that SOQL knows, such as 5, 2026-01-31 or LAST_N_DAYS:30"),
    };

    private static string Moment(DateTime moment) => moment.ToString(SoqlMoment, CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][A-Z_]*(:[0-9]+)?$")]
    private static partial Regex Period();
}
