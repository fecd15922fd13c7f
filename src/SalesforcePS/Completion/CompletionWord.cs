namespace SalesforcePS.Completion;

internal static class CompletionWord
{
    /// <summary>The completion in the quotes that the word began with.</summary>
    public static string Quote(string name, string word) => word is ['\'' or '"', ..] ? word[0] + name + word[0] : name;
}
