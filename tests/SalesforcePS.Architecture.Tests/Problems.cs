namespace SalesforcePS.Architecture.Tests;

internal static class Problems
{
    public static void AssertNone(IEnumerable<string> problems)
    {
        var lines = problems.ToList();
        if (lines.Count > 0)
            Assert.Fail(string.Join('\n', lines));
    }
}
