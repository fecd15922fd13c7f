using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Tests.Querying;

/// <summary>Makes conditions, and says for itself which rows fulfil them: two values of truth, nulls least of all, no case.</summary>
/// <param name="random">Seeded, so that a test always makes the same ones.</param>
/// <param name="values">Of each field those that a row may have; null is among them.</param>
internal sealed class RandomConditions(Random random, IReadOnlyDictionary<string, object?[]> values)
{
    private const int MaximumDepth = 3;

    private static readonly string[] Patterns = ["a%", "%c", "_b_", @"50\%", @"b\_c", "\u00c9%", "%", "abc"];
    private static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">="];

    public (string Soql, Predicate<IReadOnlyDictionary<string, object?>> Holds) Next(int depth = 0)
    {
        var choice = random.Next(100);
        if (depth < MaximumDepth && choice < 35)
            return Joined(depth);
        if (depth < MaximumDepth && choice < 50)
        {
            var (soql, holds) = Next(depth + 1);
            return ($"(NOT {soql})", row => !holds(row));
        }
        var field = values.Keys.ElementAt(random.Next(values.Count));
        if (choice < 65)
            return Membership(field);
        return choice < 80 && values[field].OfType<string>().Any() ? Like(field) : Comparison(field);
    }

    private (string, Predicate<IReadOnlyDictionary<string, object?>>) Joined(int depth)
    {
        var isAnd = random.Next(2) == 0;
        var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => Next(depth + 1)).ToArray();
        var soql = $"({string.Join(isAnd ? " AND " : " OR ", parts.Select(part => part.Soql))})";
        return (soql, row => isAnd ? Array.TrueForAll(parts, part => part.Holds(row)) : Array.Exists(parts, part => part.Holds(row)));
    }

    private (string, Predicate<IReadOnlyDictionary<string, object?>>) Membership(string field)
    {
        var isNegated = random.Next(2) == 0;
        var list = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(field)).ToArray();
        return (
            $"{field} {(isNegated ? "NOT IN" : "IN")} ({string.Join(',', list.Select(Literal))})",
            row => Array.Exists(list, value => AreEqual(row[field], value)) != isNegated);
    }

    private (string, Predicate<IReadOnlyDictionary<string, object?>>) Like(string field)
    {
        var pattern = Patterns[random.Next(Patterns.Length)];
        var expression = new Regex($"^{Regex.Replace(Regex.Escape(pattern), @"\\\\(.)|%|_", Translated)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return ($"{field} LIKE '{pattern}'", row => row[field] is string text && expression.IsMatch(text));

        static string Translated(Match match) => match.Value switch { "%" => ".*", "_" => ".", _ => match.Groups[1].Value };
    }

    private (string, Predicate<IReadOnlyDictionary<string, object?>>) Comparison(string field)
    {
        var comparison = Operators[random.Next(Operators.Length)];
        var value = Any(field);
        return ($"{field} {comparison} {Literal(value)}", row => (comparison, row[field], value) switch
        {
            ("=", var left, _) => AreEqual(left, value),
            ("!=", var left, _) => !AreEqual(left, value),
            (_, null, _) or (_, _, null) => false,
            (_, { } left, { } right) => IsTrue(comparison, Order(left, right)),
        });
    }

    private static bool IsTrue(string comparison, int order) => comparison switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    private object? Any(string field) => values[field][random.Next(values[field].Length)];

    private static bool AreEqual(object? left, object? right) => left is null || right is null ? left is null && right is null : Order(left, right) == 0;

    private static int Order(object left, object right) => left is string text
        ? string.CompareOrdinal(text.ToLowerInvariant(), ((string)right).ToLowerInvariant())
        : ((double)left).CompareTo((double)right);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        var number => ((double)number).ToString(CultureInfo.InvariantCulture),
    };
}
