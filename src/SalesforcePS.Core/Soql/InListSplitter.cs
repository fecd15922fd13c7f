using System.Globalization;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Soql;

/// <summary>
/// Splits a query whose list behind IN makes it too long for a URI into several, whose rows together are those of the whole.
/// </summary>
internal static class InListSplitter
{
    /// <summary>URI and headers may have 16,384 bytes together (rest-api status codes 414 and 431).</summary>
    private const int LongestEncodedQuery = 14_000;

    /// <param name="longest">Characters, encoded for a URI, that a query may have.</param>
    /// <exception cref="SalesforceException">The query is too long and cannot be split without changing what it means.</exception>
    public static IReadOnlyList<string> Split(string soql, int longest = LongestEncodedQuery)
    {
        if (EncodedLength(soql) <= longest)
            return [soql];
        var (lists, forbidden) = InListReader.Read(soql);
        var largest = lists.MaxBy(list => list.End - list.Start);
        if (largest is null || largest.Items.Count < 2 || forbidden is not null)
            throw TooLong(soql, forbidden is null ? "it has no list behind IN at the top of its condition" : $"it has {forbidden}");
        var (before, after) = (soql[..largest.Start], soql[largest.End..]);
        var room = longest - EncodedLength(before) - EncodedLength(after) - 10;
        return [.. Chunks(soql, largest.Items, room).Select(chunk => $"{before}({string.Join(',', chunk)}){after}")];
    }

    /// <summary>
    /// Values that Salesforce takes for equal (case, the 15- and 18-character forms of an Id, 5 and 5.0) go into the same part: a record
    /// then matches one part only.
    /// </summary>
    private static IEnumerable<List<string>> Chunks(string soql, IReadOnlyList<string> items, int room)
    {
        var chunk = new List<string>();
        var used = 0;
        foreach (var equals in items.Distinct(StringComparer.Ordinal).GroupBy(SameRecordKey, StringComparer.OrdinalIgnoreCase))
        {
            var length = equals.Sum(item => EncodedLength(item) + EncodedLength(","));
            if (length > room)
                throw TooLong(soql, $"even one value of the list, {Excerpt(equals.First())}, does not fit");
            if (used + length > room)
            {
                yield return chunk;
                (chunk, used) = ([], 0);
            }
            chunk.AddRange(equals);
            used += length;
        }
        yield return chunk;
    }

    private static string SameRecordKey(string literal)
    {
        if (literal[0] == '\'')
            return literal.Trim('\'', ' ') is { Length: 15 or 18 } id ? id[..15] : literal.Trim('\'', ' ');
        if (decimal.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number.ToString("G29", CultureInfo.InvariantCulture);
        return DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : literal;
    }

    private static string Excerpt(string literal) => literal.Length > 30 ? literal[..30] + "..." : literal;

    private static int EncodedLength(string text) => Uri.EscapeDataString(text).Length;

    private static SalesforceException TooLong(string soql, string why) =>
        new($"The query is too long for one request ({soql.Length} characters) and cannot be split, because {why}. Ask for fewer values at a time, and sort or limit in PowerShell.")
        {
            ErrorCode = "QUERY_TOO_LONG",
        };
}
