using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Rest;

/// <summary>Insert, update, upsert and delete by sObject collections (api-rest "Use sObject Collections").</summary>
internal sealed class CollectionCall(SalesforceConnection connection, WriteOptions options) : IRecordCall
{
    private readonly AttemptHistory attempts = new();

    public bool HasLostAnswer => attempts.LostAnswer is not null;

    private string Path => $"{connection.RestPath}/composite/sobjects";

    public Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            new ApiRequest(ApiCallKind.Rest, options.Safety, token => CreateRequest(token!.InstanceUri, records)) { Attempts = attempts }, CollectionAnswerReader.ReadAsync, cancellation);

    private HttpRequestMessage CreateRequest(Uri instance, IReadOnlyList<EncodedRecord> records)
    {
        if (options.Operation == RecordOperation.Delete)
        {
            var ids = string.Join(',', records.Select(record => record.Id));
            return new(HttpMethod.Delete, new Uri(instance, $"{Path}?ids={ids}&allOrNone={(options.AllOrNone ? "true" : "false")}"));
        }
        var request = options.Operation switch
        {
            RecordOperation.Insert => new HttpRequestMessage(HttpMethod.Post, new Uri(instance, Path)),
            RecordOperation.Update => new HttpRequestMessage(HttpMethod.Patch, new Uri(instance, Path)),
            _ => new HttpRequestMessage(HttpMethod.Patch, new Uri(instance, $"{Path}/{records[0].ObjectType}/{options.ExternalIdField}")),
        };
        request.Content = new CollectionContent(records, options.AllOrNone);
        AddHeaders(request);
        return request;
    }

    /// <summary>Without a word REST runs the assignment rule that is the default, where SOAP runs none; here none runs unless it is asked for.</summary>
    private void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.Add("Sforce-Auto-Assign", options.AssignmentRule switch
        {
            null => "FALSE",
            var rule when rule.Equals("default", StringComparison.OrdinalIgnoreCase) => "TRUE",
            var rule => rule,
        });
        if (options.AllowDuplicates)
            request.Headers.Add("Sforce-Duplicate-Rule-Header", "allowSave=true");
    }
}
