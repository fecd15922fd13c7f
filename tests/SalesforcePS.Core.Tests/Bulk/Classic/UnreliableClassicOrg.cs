using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>An org behind a bad line: requests and batches fail in every way there is, at random but the same way each time.</summary>
internal sealed class UnreliableClassicOrg
{
    public const int KindCount = 20;

    private readonly object gate = new();
    private readonly Random random;
    private readonly Dictionary<string, int> written = [];

    public UnreliableClassicOrg(int seed)
    {
        random = new Random(seed);
        Org = new ClassicOrg { Before = Fail, Result = Judge, Arrived = Spoil };
    }

    public ClassicOrg Org { get; }

    /// <summary>The kinds of failure that really came about.</summary>
    public HashSet<int> Kinds { get; } = [];

    /// <summary>How often each record, by its name, was written.</summary>
    public int TimesWritten(string name) => written.GetValueOrDefault(name);

    private HttpResponseMessage? Fail(SentRequest request)
    {
        lock (gate)
        {
            var kind = random.Next(60);
            if (kind < 14)
                Kinds.Add(kind);
            return kind switch
            {
                0 => throw Answers.ConnectFailure(),
                1 => Answers.Unavailable(),
                2 => ClassicOrg.Error("InvalidSessionId", "Invalid session id"),
                3 => throw Answers.ConnectionLost(),
                4 => Answers.Html(502),
                5 => Answers.Html(401),
                6 => After(request, () => throw Answers.ConnectionLost()),
                7 => After(request, () => Answers.Html(504)),
                8 => After(request, () => Answers.BrokenOff("<?xml version", "application/xml")),
                9 => After(request, () => Answers.Xml("<html>Signed in as guest</html>")),
                10 => ClassicOrg.Error("InternalServerError", "An unexpected error occurred.", 500),
                11 => Answers.Html(420),
                12 => ClassicOrg.Error("ClientInputError", "Failed to read request."),
                13 when random.Next(10) == 0 => ClassicOrg.Error("ExceededQuota", "ApiBatchItems Limit exceeded."),
                _ => null,
            };
        }
    }

    /// <summary>The request is carried out; its answer is another matter.</summary>
    private HttpResponseMessage After(SentRequest request, Func<HttpResponseMessage> answer)
    {
        Org.Take(request).Dispose();
        return answer();
    }

    private string? Judge(IReadOnlyDictionary<string, string> row)
    {
        var name = row["Name"];
        if (name.EndsWith("bad", StringComparison.Ordinal))
            return Refused("STRING_TOO_LONG:too long:Name --");
        if (random.Next(10) == 0)
            return Refused("UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--");
        written[name] = TimesWritten(name) + 1;
        return null;
    }

    private static string Refused(string error) => $"\"\",\"false\",\"false\",\"{error}\"";

    /// <summary>Fails whole batches, before or after they have written, and loses results.</summary>
    private void Spoil(ClassicTestBatch batch)
    {
        var kind = random.Next(14, 80);
        if (kind < KindCount)
            Kinds.Add(kind);
        switch (kind)
        {
            case 14: Undo(batch, "Failed", "InvalidBatch : Field name not found : Name"); break;
            case 15: Undo(batch, "NotProcessed", null); break;
            case 16: Undo(batch, "Failed", null); break;
            case 17: batch.Results = batch.Results[..(batch.Results.TrimEnd('\n').LastIndexOf('\n') + 1)]; break;
            case 18: (batch.State, batch.StateMessage) = ("Failed", "InternalServerError : gone"); break;
            case 19: batch.Results += "\"001000000000001AAA\",\"true\",\"true\",\"\"\n"; break;
        }
        batch.PollsLeft = random.Next(4);
    }

    private void Undo(ClassicTestBatch batch, string state, string? message)
    {
        var results = batch.Results.Split('\n');
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            if (results[i + 1].Contains("\"true\"", StringComparison.Ordinal))
                written[batch.Rows[i]["Name"]]--;
        }
        (batch.State, batch.StateMessage, batch.Processed, batch.Results) = (state, message, 0, "");
    }
}
