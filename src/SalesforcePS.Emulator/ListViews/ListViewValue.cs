using System.Globalization;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>Values of list views are texts, written as Java writes them.</summary>
internal static class ListViewValue
{
    /// <summary>Null where the record has no value, or no such parent.</summary>
    public static string? Read(QueryRow record, string path)
    {
        QueryRow? row = record;
        var names = path.Split('.');
        foreach (var relationship in names[..^1])
        {
            if (row is not { } inner || Item<ParentItem>(inner, relationship) is not { } parent)
                return null;
            row = inner.Parent(parent);
        }
        return row is { } last && Item<FieldItem>(last, names[^1]) is { } field ? Text(last.Value(field)) : null;
    }

    private static TItem? Item<TItem>(QueryRow row, string name)
        where TItem : RowItem => row.Shape.Items.OfType<TItem>().FirstOrDefault(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        double number => DoubleText.Format(number),
        DateOnly day => Moment(day.ToDateTime(TimeOnly.MinValue)),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        TimeOnly time => time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Fri Aug 01 21:15:46 GMT 2014.</summary>
    private static string Moment(DateTime moment) => moment.ToString("ddd MMM dd HH:mm:ss 'GMT' yyyy", CultureInfo.InvariantCulture);
}
