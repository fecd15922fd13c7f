using System.Net.Http.Json;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Retrieving;

/// <summary>sObject collections. The Ids go in the body: an address does not hold 2,000 of them.</summary>
internal sealed class CollectionRetrieveCall(SalesforceConnection connection) : IRetrieveCall
{
    public async Task<IReadOnlyList<SalesforceRecord?>> SendAsync(
        ObjectDescription description, IReadOnlyList<FieldDescription> fields, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var shape = RowShapeOf(description, fields);
        var body = new Dictionary<string, IEnumerable<string>> { ["ids"] = ids, ["fields"] = fields.Select(field => field.Name) };
        var request = new ApiRequest(ApiCallKind.Rest, RequestSafety.Read, token =>
            new(HttpMethod.Post, new Uri(token!.InstanceUri, $"{connection.RestPath}/composite/sobjects/{description.Name}")) { Content = JsonContent.Create(body) });
        using var answer = await connection.Transport.SendAsync(request, PageBuffer.ReadAsync, cancellation).ConfigureAwait(false);
        return PageReader.ReadArray(answer.Span, _ => shape);
    }

    private RowShape RowShapeOf(ObjectDescription description, IReadOnlyList<FieldDescription> fields)
    {
        var plan = new ShapePlan();
        foreach (var field in fields)
            plan.AddField([field.Name], field.Type);
        return plan.Build(connection.RecordClasses, description.Name);
    }
}
