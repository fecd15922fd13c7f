using System.Xml;
using System.Xml.Linq;

namespace SalesforcePS.Build.Testing;

/// <summary>Reads the one results format that xUnit, Node.js and Pester all write.</summary>
internal static class JUnitReport
{
    /// <summary>Null where there is no such file or it broke off.</summary>
    public static SuiteResult? Read(string file)
    {
        try
        {
            var cases = XDocument.Load(file).Descendants("testcase").ToLookup(Outcome);
            return new SuiteResult(
                cases["passed"].Count(),
                cases["failed"].Count(),
                cases["skipped"].Count(),
                string.Join('\n', cases["failed"].Select(Describe)));
        }
        catch (Exception e) when (e is IOException or XmlException)
        {
            return null;
        }
    }

    private static string Outcome(XElement test) =>
        test.Element("skipped") is not null ? "skipped"
        : test.Element("failure") is not null || test.Element("error") is not null ? "failed"
        : "passed";

    private static string Describe(XElement test)
    {
        var failure = test.Element("failure") ?? test.Element("error")!;
        var lines = new[] { failure.Attribute("message")?.Value, failure.Value }
            .OfType<string>()
            .SelectMany(text => text.Split('\n'))
            .Select(line => line.TrimEnd())
            .Where(line => line.Length > 0)
            .Distinct()
            .Take(25);
        return $"FAILED {test.Attribute("name")?.Value}\n  {string.Join("\n  ", lines)}";
    }
}
