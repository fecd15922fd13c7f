using System.Xml.Linq;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Writing;

/// <summary>An org behind a bad line: it fails in every way there is, at random but the same way each time, and counts what it really wrote.</summary>
internal sealed class UnreliableOrg
{
    private readonly Random random;
    private readonly bool isRest;
    private readonly Dictionary<string, int> written = [];

    public UnreliableOrg(int seed, bool isRest)
    {
        random = new Random(seed);
        this.isRest = isRest;
        Org = new RecordingOrg { BeforeAnswer = Fail, Result = Judge, IsRest = isRest };
    }

    public RecordingOrg Org { get; }

    /// <summary>How often each record, by its name or Id, was written.</summary>
    public int TimesWritten(string name) => written.GetValueOrDefault(name);

    /// <summary>The kinds of failure that really came about.</summary>
    public HashSet<int> Kinds { get; } = [];

    private HttpResponseMessage? Fail(SentRequest request)
    {
        var kind = random.Next(24);
        Kinds.Add(kind);
        return kind switch
        {
            0 => throw Answers.ConnectFailure(),
            1 => Answers.Unavailable(),
            2 => Refuse(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded."),
            3 => Refuse(401, "INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session"),
            4 => Refuse(400, "LIMIT_EXCEEDED", "Cannot have more than 10 chunks"),
            5 => Refuse(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"),
            6 => throw Answers.ConnectionLost(),
            7 => Answers.Html(502),
            8 => After(request, () => throw Answers.ConnectionLost()),
            9 => After(request, () => Answers.Html(504)),
            10 => After(request, () => isRest ? Answers.BrokenOff("[{\"id\"") : Answers.BrokenOff("<?xml version", "text/xml")),
            11 => After(request, () => Answers.Xml("<html>Signed in as guest</html>")),
            12 => After(request, () => isRest ? Answers.Json("[]") : Answers.Xml(SoapAnswers.Results("create", []))),
            13 => Answers.Html(420),
            14 => Answers.Html(401),
            15 when random.Next(8) == 0 => Refuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
            _ => null,
        };
    }

    private HttpResponseMessage Refuse(int status, string code, string message) =>
        isRest ? Answers.Error(status, code, message) : Answers.Fault(code, message);

    /// <summary>The call is carried out; its answer is another matter.</summary>
    private HttpResponseMessage After(SentRequest request, Func<HttpResponseMessage> answer)
    {
        Org.Take(request).Dispose();
        return answer();
    }

    private string? Judge(XElement record)
    {
        var name = record.Elements().SingleOrDefault(child => child.Name.LocalName == "Name")?.Value ?? record.Value;
        if (name.EndsWith("bad", StringComparison.Ordinal))
            return SoapAnswers.Refused("STRING_TOO_LONG", "too long", "Name");
        if (random.Next(10) == 0)
            return SoapAnswers.Refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
        written[name] = TimesWritten(name) + 1;
        return null;
    }
}
