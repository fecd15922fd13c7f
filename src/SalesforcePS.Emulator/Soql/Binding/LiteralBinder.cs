using System.Globalization;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>Gives a literal the form in which the database stores values of the field that it is compared with.</summary>
internal sealed class LiteralBinder(BindingContext context)
{
    /// <summary>The one currency of the org.</summary>
    private const string OrgCurrency = "USD";

    public BoundValue Bind(Literal literal, FieldType type, string fieldName, int position)
    {
        if (literal is NullLiteral)
            return new BoundScalar(type == FieldType.Boolean ? 0L : null);
        return type switch
        {
            FieldType.Id or FieldType.Reference when literal is StringLiteral text => new BoundScalar(RecordId(text.Value, position)),
            FieldType.Boolean when literal is BooleanLiteral boolean => new BoundScalar(boolean.Value ? 1L : 0L),
            FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency or FieldType.Percent
                when literal is NumberLiteral number => new BoundScalar(Number(number)),
            FieldType.Date when literal is DateLiteral date => new BoundScalar(Text(date.Value)),
            FieldType.Date when literal is RelativeDateLiteral relative => Period(relative, day => Text(day), position),
            FieldType.DateTime when literal is DateTimeLiteral instant => new BoundScalar(instant.Value.ToUnixTimeMilliseconds()),
            FieldType.DateTime when literal is RelativeDateLiteral relative => Period(relative, day => context.Settings.Value.StartOf(day).ToUnixTimeMilliseconds(), position),
            FieldType.Time when literal is TimeLiteral time => new BoundScalar(time.Value.Ticks / TimeSpan.TicksPerMillisecond),
            _ when IsText(type) && literal is StringLiteral text => new BoundScalar(text.Value.Length == 0 ? null : text.Value),
            _ => throw WrongType(type, fieldName, position),
        };
    }

    public ApiException WrongType(FieldType type, string fieldName, int position)
    {
        var quoted = IsText(type) || type is FieldType.Id or FieldType.Reference;
        return context.Source.Fault(
            "INVALID_FIELD",
            position,
            $"value of filter criterion for field '{fieldName}' must be of type {TypeName(type)} and should {(quoted ? "be" : "not be")} enclosed in quotes");
    }

    private static bool IsText(FieldType type) => TypeName(type) == "string" && type is not (FieldType.Id or FieldType.Reference);

    private static string TypeName(FieldType type) => type switch
    {
        FieldType.Boolean => "boolean",
        FieldType.Int => "int",
        FieldType.Long => "long",
        FieldType.Double => "double",
        FieldType.Currency => "currency",
        FieldType.Percent => "percent",
        FieldType.Date => "date",
        FieldType.DateTime => "dateTime",
        FieldType.Time => "time",
        _ => "string",
    };

    private string? RecordId(string text, int position)
    {
        if (text.Length == 0)
            return null;
        return SalesforceId.TryNormalize(text, out var id)
            ? id
            : throw context.Source.Fault("INVALID_QUERY_FILTER_OPERATOR", position, $"invalid ID field: {text}");
    }

    private object Number(NumberLiteral number)
    {
        if (number.Currency is { } currency && currency != OrgCurrency)
            throw context.Source.Malformed(number.Position, $"{currency} is not an active currency of this org");
        if (long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private BoundPeriod Period(RelativeDateLiteral literal, Func<DateOnly, object> stored, int position)
    {
        try
        {
            var settings = context.Settings.Value;
            var periods = new PeriodBinder(settings.DayOf(context.Now), settings.Culture.DateTimeFormat.FirstDayOfWeek, settings.FiscalYear);
            var (start, end) = periods.Resolve(literal);
            return new BoundPeriod(stored(start), stored(end));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw context.Source.Malformed(position, $"{literal.Period.Name}:{literal.Count} leads outside the calendar");
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
