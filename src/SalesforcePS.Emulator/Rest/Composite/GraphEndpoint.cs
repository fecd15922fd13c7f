using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>/composite/graph: several lists of requests, each of which is done as a whole or not at all.</summary>
internal sealed class GraphEndpoint(EmulatedOrg org)
{
    private const int MostFailures = 14;

    public async Task RunAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        var graphs = JsonMembers.Array(body.Root, "graphs").ConvertAll(graph =>
            (Id: JsonMembers.Text(graph, "graphId"), Requests: SubrequestReader.Read(graph, RestCall.Of(context).Version)));
        GraphLimits.Check(graphs.ConvertAll(graph => graph.Requests));
        var failures = 0;
        var results = graphs.ConvertAll(graph =>
        {
            var isSuccess = false;
            var answers = failures < MostFailures ? Run(context, graph.Requests, out isSuccess) : Halted(graph.Requests);
            failures += isSuccess ? 0 : 1;
            return (graph.Id, Answers: answers, IsSuccess: isSuccess);
        });
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("graphs");
            foreach (var (id, answers, isSuccess) in results)
                Write(writer, id, answers, isSuccess);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private IReadOnlyList<SubrequestResult> Run(HttpContext context, List<Subrequest> requests, out bool isSuccess)
    {
        IReadOnlyList<SubrequestResult> results = [];
        isSuccess = org.WriteUnlessRefused(() =>
        {
            results = new SubrequestRunner(context).RunAll(requests, out var isGraphSuccess);
            return isGraphSuccess;
        });
        return results;
    }

    private static List<SubrequestResult> Halted(List<Subrequest> requests)
    {
        var refusal = new ApiException(ReferenceErrors.Halted, FormattableString.Invariant($"Processing was halted after {MostFailures} failed graphs."));
        return requests.ConvertAll(request => SubrequestResult.Failed(request.ReferenceId, refusal));
    }

    private static void Write(Utf8JsonWriter writer, string id, IReadOnlyList<SubrequestResult> answers, bool isSuccess)
    {
        writer.WriteStartObject();
        writer.WriteString("graphId", id);
        writer.WriteStartObject("graphResponse");
        writer.WriteStartArray("compositeResponse");
        foreach (var answer in answers)
            answer.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteBoolean("isSuccessful", isSuccess);
        writer.WriteEndObject();
    }
}
