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
                return RolledBack(requests, results);
        }

        isSuccess = true;
        return results;
    }

    /// <summary>The last of the results tells what failed.</summary>
    private static List<SubrequestResult> RolledBack(IReadOnlyList<Subrequest> requests, List<SubrequestResult> results)
    {
        for (var index = 0; index < results.Count - 1; index++)
        {
            if (!IsCollection(requests[index]))
                results[index] = Refused(requests[index]);
        }

        results.AddRange(requests.Skip(results.Count).Select(Refused).ToList());
        return results;

        static SubrequestResult Refused(Subrequest request) => SubrequestResult.Failed(request.ReferenceId, ReferenceErrors.RolledBack());
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
