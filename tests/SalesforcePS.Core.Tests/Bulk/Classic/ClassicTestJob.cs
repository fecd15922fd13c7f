using System.Xml.Linq;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>A job as the test's org has it.</summary>
internal sealed class ClassicTestJob(string id, SentRequest request)
{
    private readonly XElement settings = XElement.Parse(request.Body);

    public string Id => id;

    public IReadOnlyDictionary<string, string> Headers => request.Headers;

    /// <summary>The elements of the request, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings => [.. settings.Elements().Select(element => (element.Name.LocalName, element.Value))];

    public string Operation => Settings.Single(setting => setting.Name == "operation").Value;

    public bool IsQuery => Operation is "query" or "queryAll";

    public bool IsSplit => Headers.ContainsKey("Sforce-Enable-PKChunking");

    public string State { get; set; } = "Open";

    public List<ClassicTestBatch> Batches { get; } = [];

    public string ToXml() => $"""
        <?xml version="1.0" encoding="UTF-8"?><jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload"><id>{id}</id>
        {string.Concat(settings.Elements().Where(element => element.Name.LocalName is "operation" or "object"))}<createdById>005000000000001AAA</createdById>
        <createdDate>2026-11-22T08:00:00.000Z</createdDate><systemModstamp>2026-11-22T08:00:00.000Z</systemModstamp><state>{State}</state>
        <concurrencyMode>Parallel</concurrencyMode><contentType>CSV</contentType><numberBatchesTotal>{Batches.Count}</numberBatchesTotal>
        <numberRecordsProcessed>0</numberRecordsProcessed><apiVersion>68.0</apiVersion><numberRecordsFailed>0</numberRecordsFailed></jobInfo>
        """;
}
