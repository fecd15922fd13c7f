using System.Text.Json;
using SalesforcePS.Emulator.Soql.Parsing;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soql;

public sealed class LabelledQueryTests
{
    private const string Source = "soql/labelled.jsonl";

    [Theory]
    [InlineData("valid")]
    [InlineData("invalid")]
    public void LabelledQueries_ParseAsTheirLabelSays(string label)
    {
        var path = ReferenceData.Find(Source);
        Assert.SkipUnless(path is not null, "The labelled queries are not here.");
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(path!))
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.GetProperty("label").GetString() != label)
                continue;
            var query = entry.RootElement.GetProperty("query").GetString()!;
            var refusal = Refusal(query);
            if (refusal is null != (label == "valid"))
                wrong.Add($"{query}\n  {refusal}");
        }
        Assert.Empty(wrong);
    }

    private static string? Refusal(string query)
    {
        try
        {
            SoqlParser.Parse(new SoqlText(query));
            return null;
        }
        catch (ApiException exception) when (exception.ErrorCode == "MALFORMED_QUERY")
        {
            return exception.Message;
        }
    }
}
