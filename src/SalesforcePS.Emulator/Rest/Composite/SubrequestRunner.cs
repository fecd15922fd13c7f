using System.Text.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>Runs the requests of one composite or graph in their order, each with what the ones before it answered.</summary>
internal sealed class SubrequestRunner(HttpContext context)
{
    private readonly ReferenceScope scope = new(RestCall.Of(context).Version);

    public SubrequestResult Run(Subrequest request)
    {
        var result = Answer(request);
        scope.Add(request.ReferenceId, result.Body);
        return result;
    }

    /// <summary>Runs until one fails. The others then say that they were rolled back, which is for the caller to do.</summary>
    public IReadOnlyList<SubrequestResult> RunAll(IReadOnlyList<Subrequest> requests, out bool isSuccess)
    {
        var results = new List<SubrequestResult>(requests.Count);
        foreach (var request in requests)
        {
            var result = Run(request);
            results.Add(result);
            isSuccess = result.IsSuccess && !HasFailedRecord(request, result);
            if (!isSuccess)
                return [.. requests.Select((other, index) => index == results.Count - 1 || index < results.Count - 1 && IsCollection(other)
                    ? results[index]
                    : SubrequestResult.Failed(other.ReferenceId, ReferenceErrors.RolledBack()))];
        }

        isSuccess = true;
        return results;
    }

    private SubrequestResult Answer(Subrequest request)
    {
        try
        {
            var url = scope.ResolveUrl(request.Url);
            var answer = RestDispatcher.Of(context).Send(context, new InnerRequest(request.Method, url, scope.ResolveBody(request.Body), request.Headers));
            return SubrequestResult.Of(request.ReferenceId, answer);
        }
        catch (ApiException refusal)
        {
            return SubrequestResult.Failed(request.ReferenceId, refusal);
        }
    }

    /// <summary>A collection answers 200 whatever became of its records.</summary>
    private static bool HasFailedRecord(Subrequest request, SubrequestResult result)
    {
        if (!IsCollection(request) || request.Method == "GET")
            return false;
        using var body = JsonDocument.Parse(result.Body);
        return body.RootElement.ValueKind == JsonValueKind.Array && body.RootElement.EnumerateArray().Any(item =>
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.False);
    }

    // The results of a collection stay as they were, although nothing of them is kept (REST API guide, allOrNone parameters in
    // composite and collections requests).
    private static bool IsCollection(Subrequest request) => SubrequestResource.Of(request.Url) == SubrequestResource.Collection;
}
