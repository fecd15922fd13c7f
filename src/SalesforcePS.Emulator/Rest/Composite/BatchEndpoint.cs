using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>/composite/batch: up to 25 requests that know nothing of each other.</summary>
internal static class BatchEndpoint
{
    private const int MostRequests = 25;
    private const int OldestVersion = 34;

    public static async Task RunAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        var items = JsonMembers.Array(body.Root, "batchRequests");
        if (items.Count > MostRequests)
            throw SubrequestErrors.TooMany("subrequests", MostRequests, items.Count);
        var requests = items.Select((item, index) => ReadOne(item, index, RestCall.Of(context).Version)).ToList();
        var answers = Run(context, requests, JsonMembers.Flag(body.Root, "haltOnError"));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("hasErrors", answers.Exists(answer => !answer.IsSuccess));
            writer.WriteStartArray("results");
            foreach (var answer in answers)
                Write(writer, answer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static InnerRequest ReadOne(JsonElement item, int index, int version)
    {
        var url = JsonMembers.Text(item, "url");
        if (!url.StartsWith(RestRoutes.Root, StringComparison.OrdinalIgnoreCase))
            url = $"{RestRoutes.Root}/{url.TrimStart('/')}";
        var segment = url[(RestRoutes.Root.Length + 1)..].Split('/')[0];
        if (segment.Length == 0 || ApiVersions.Parse(segment.AsSpan(1)) is not { } own || own < OldestVersion || own > version)
            throw RestBody.Malformed($"The url '{url}' of a subrequest must have an API version from {OldestVersion}.0 to that of the batch.");
        var input = JsonMembers.Find(item, "richInput");
        // Each request counts as a call; the batch itself has been counted for the first.
        return new InnerRequest(JsonMembers.Text(item, "method"), url, input is null ? default : JsonSerializer.SerializeToUtf8Bytes(input), [])
        {
            IsCounted = index > 0,
        };
    }

    private static List<InnerAnswer> Run(HttpContext context, List<InnerRequest> requests, bool haltOnError)
    {
        var answers = new List<InnerAnswer>(requests.Count);
        foreach (var request in requests)
        {
            answers.Add(haltOnError && answers.Exists(answer => !answer.IsSuccess)
                ? Refused(new("BATCH_PROCESSING_HALTED", "Batch processing was halted because a previous subrequest failed.", StatusCodes.Status412PreconditionFailed))
                : SubrequestResource.Of(request.Url) is SubrequestResource.Collection or SubrequestResource.Alone
                    ? Refused(SubrequestErrors.NotSupported(request.Url))
                    : RestDispatcher.Of(context).Send(context, request));
        }

        return answers;
    }

    private static InnerAnswer Refused(ApiException refusal) =>
        new(refusal.HttpStatus, new HeaderDictionary(), JsonResponse.ToBytes(writer => RestError.WriteAll(writer, refusal)));

    private static void Write(Utf8JsonWriter writer, InnerAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", answer.Status);
        writer.WritePropertyName("result");
        if (answer.Body.IsEmpty)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(answer.Body.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
