using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>/composite: up to 25 requests, of which later ones refer to the answers of earlier ones.</summary>
internal sealed class CompositeEndpoint(EmulatedOrg org)
{
    private const int MostRequests = 25;
    private const int MostQueriesAndCollections = 5;

    private static readonly string[] Resources = ["tree", "batch", "sobjects", "graph"];

    public static Task ListAsync(HttpContext context) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            foreach (var resource in Resources)
                writer.WriteString(resource, $"{RestCall.Of(context).Root}/composite/{resource}");
            writer.WriteEndObject();
        });

    public async Task RunAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        var requests = SubrequestReader.Read(body.Root, RestCall.Of(context).Version);
        CheckLimits(requests);
        // Subrequests run in their order, which collation allows as any other.
        _ = JsonMembers.Flag(body.Root, "collateSubrequests");
        var results = JsonMembers.Flag(body.Root, "allOrNone") ? RunTogether(context, requests) : RunEach(context, requests);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("compositeResponse");
            foreach (var result in results)
                result.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static List<SubrequestResult> RunEach(HttpContext context, List<Subrequest> requests)
    {
        var runner = new SubrequestRunner(context);
        return requests.ConvertAll(runner.Run);
    }

    private IReadOnlyList<SubrequestResult> RunTogether(HttpContext context, List<Subrequest> requests)
    {
        IReadOnlyList<SubrequestResult> results = [];
        org.WriteUnlessRefused(() =>
        {
            results = new SubrequestRunner(context).RunAll(requests, out var isSuccess);
            return isSuccess;
        });
        return results;
    }

    private static void CheckLimits(List<Subrequest> requests)
    {
        var resources = requests.ConvertAll(request => SubrequestResource.Of(request.Url));
        if (resources.Count > MostRequests)
            throw SubrequestErrors.TooMany("subrequests", MostRequests, resources.Count);
        var costly = resources.Count(resource => resource is SubrequestResource.Query or SubrequestResource.Collection);
        if (costly > MostQueriesAndCollections)
            throw SubrequestErrors.TooMany("query and sObject collections subrequests", MostQueriesAndCollections, costly);
        var other = resources.FindIndex(resource => resource is not (SubrequestResource.SObject or SubrequestResource.Query or SubrequestResource.Collection));
        if (other >= 0)
            throw SubrequestErrors.NotSupported(requests[other].Url);
    }
}
