using System.Globalization;
using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed partial class LiteralParser(TokenReader reader)
{
    public Literal Parse()
    {
        var token = reader.Current;
        return token.Kind switch
        {
            TokenKind.String => QuotedString.Read(reader.Source, reader.Next()),
            TokenKind.Number => new NumberLiteral(reader.Next().Text, null, token.Position),
            TokenKind.Date => Date(reader.Next()),
            TokenKind.DateTime => Instant(reader.Next()),
            TokenKind.Time => Time(reader.Next()),
            TokenKind.Identifier => Word(token),
            TokenKind.Symbol when token.Text is "-" or "+" => SignedNumber(),
            TokenKind.Symbol when token.Text == ":" => throw BindVariable(),
            _ => throw reader.Unexpected(),
        };
    }

    public ApiException BindVariable() =>
        reader.Source.Malformed(reader.Current.Position, "Bind variables only allowed in Apex code");

    private Literal Word(Token token)
    {
        if (reader.AcceptKeyword("NULL"))
            return new NullLiteral(token.Position);
        if (reader.AcceptKeyword("TRUE") || reader.AcceptKeyword("FALSE"))
            return new BooleanLiteral(token.IsKeyword("TRUE"), token.Position);
        if (DatePeriod.Find(token.Text) is { } period)
            return RelativeDate(period);
        return CurrencyPattern().IsMatch(token.Text) ? Currency() : throw reader.Unexpected();
    }

    private RelativeDateLiteral RelativeDate(DatePeriod period)
    {
        var position = reader.Next().Position;
        if (!period.Counted)
            return new RelativeDateLiteral(period, 0, position);
        reader.ExpectSymbol(":");
        if (!int.TryParse(reader.Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw reader.Unexpected();
        reader.Expect(TokenKind.Number);
        return new RelativeDateLiteral(period, count, position);
    }

    /// <summary>USD5000 or USD-500: an ISO code and a number without a space between them.</summary>
    private NumberLiteral Currency()
    {
        var code = reader.Next();
        var number = code.Text[3..];
        for (var end = code.End; reader.Current.Position == end && IsPartOfNumber(reader.Current);)
        {
            end = reader.Current.End;
            number += reader.Next().Text;
        }
        return decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new NumberLiteral(number, code.Text[..3].ToUpperInvariant(), code.Position)
            : throw reader.Unexpected(code);
    }

    private static bool IsPartOfNumber(Token token) => token.Kind == TokenKind.Number || token.IsSymbol("-");

    private NumberLiteral SignedNumber()
    {
        var sign = reader.Next();
        return new NumberLiteral(sign.Text + reader.Expect(TokenKind.Number).Text, null, sign.Position);
    }

    private DateLiteral Date(Token token) =>
        DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsInCalendar(date.Year)
            ? new DateLiteral(date, token.Position)
            : throw reader.Source.Malformed(token.Position, $"Invalid date: {token.Text}");

    private DateTimeLiteral Instant(Token token) =>
        DateTimeOffset.TryParse(token.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && IsInCalendar(instant.Year)
            ? new DateTimeLiteral(instant.ToUniversalTime(), token.Position)
            : throw reader.Source.Malformed(token.Position, $"Invalid datetime: {token.Text}");

    /// <summary>From 1700 to 4000 (SOQL reference, "Minimum and Maximum Dates").</summary>
    private static bool IsInCalendar(int year) => year is >= 1700 and <= 4000;

    private TimeLiteral Time(Token token) =>
        TimeOnly.TryParse(token.Text.TrimEnd('Z', 'z'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TimeLiteral(time, token.Position)
            : throw reader.Source.Malformed(token.Position, $"Invalid time: {token.Text}");

    [GeneratedRegex("^[A-Za-z]{3}[0-9]*$")]
    private static partial Regex CurrencyPattern();
}
