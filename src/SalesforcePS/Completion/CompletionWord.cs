using System.Management.Automation;

namespace SalesforcePS.Completion;

/// <summary>The word at the cursor, with the quotes that it begins with.</summary>
internal static class CompletionWord
{
    /// <summary>The names that go on with the word, in their order.</summary>
    public static IEnumerable<CompletionResult> Matches(IEnumerable<string> names, string word)
    {
        var start = word.Trim('\'', '"');
        return names
            .Where(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(Quote(name, word), name, CompletionResultType.ParameterValue, name));
    }

    /// <summary>The completion in the quotes that the word began with.</summary>
    public static string Quote(string name, string word) => word is ['\'' or '"', ..] ? word[0] + name + word[0] : name;
}
