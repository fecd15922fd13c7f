using System.Xml.Linq;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Tests.Writing;

/// <summary>An org that takes every record, unless the test says otherwise.</summary>
internal sealed class RecordingOrg
{
    private int lastId;

    public RecordingOrg() => Fake = new FakeOrg { On = Answer };

    public FakeOrg Fake { get; init; }

    /// <summary>REST in place of SOAP.</summary>
    public bool IsRest { get; init; }

    public IReadOnlyList<SentRequest> Writes => Fake.Writes;

    /// <summary>Answers a whole write; null lets the org do so.</summary>
    public Func<SentRequest, HttpResponseMessage?>? BeforeAnswer { get; set; }

    /// <summary>The result of one record (an sObject, or the Id of a delete); null takes it.</summary>
    public Func<XElement, string?>? Result { get; set; }

    public Task<List<RecordOutcome>> WriteAsync(WriteOptions options, params InputRecord[] records) => WriteAsync(options, CancellationToken.None, records);

    public async Task<List<RecordOutcome>> WriteAsync(WriteOptions options, CancellationToken cancellation, params InputRecord[] records)
    {
        using var connection = await Fake.ConnectAsync();
        var outcomes = new List<RecordOutcome>();
        IRecordWriter writer = IsRest ? new RestRecordWriter(connection, options) : new SoapRecordWriter(connection, options);
        await foreach (var outcome in writer.WriteAsync(records.ToAsync(), cancellation))
            outcomes.Add(outcome);
        return outcomes;
    }

    /// <summary>What the org answers when it takes the call.</summary>
    public HttpResponseMessage Take(SentRequest request)
    {
        var operation = OperationOf(request);
        var elements = operation == "delete" ? request.Ids.Select(id => new XElement("ids", id)) : request.Records;
        var results = elements.Select(element => Result?.Invoke(element) ?? Saved(operation, element));
        return request.IsSoap ? Answers.Xml(SoapAnswers.Results(operation, results)) : Answers.Json(CollectionMessage.Results(results));
    }

    private HttpResponseMessage? Answer(SentRequest request) =>
        request.IsCollection || (request.IsSoap && OperationOf(request) is "create" or "update" or "upsert" or "delete" or "undelete")
            ? BeforeAnswer?.Invoke(request) ?? Take(request)
            : null;

    private static string OperationOf(SentRequest request) => request switch
    {
        { IsSoap: true } => request.Operation.Name.LocalName,
        { Method.Method: "POST" } => "create",
        { Method.Method: "DELETE" } => "delete",
        _ => request.Path.EndsWith("/composite/sobjects", StringComparison.Ordinal) ? "update" : "upsert",
    };

    private string Saved(string operation, XElement element)
    {
        var id = operation switch
        {
            "delete" or "undelete" => element.Value,
            "update" => element.Elements().Single(child => child.Name.LocalName == "Id").Value,
            _ => $"001{Interlocked.Increment(ref lastId):D12}AAA",
        };
        return SoapAnswers.Saved(id, operation == "upsert" ? true : null);
    }
}
