using System.Text.Json;
using System.Text.Json.Serialization;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Control;

/// <summary>The door for tests: nothing of it exists in a real org, nothing of it is logged or counted.</summary>
internal static class ControlRoutes
{
    private const string Root = "/__emulator";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static bool Owns(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org)
    {
        routes.MapPost($"{Root}/reset", context => Done(context, org.Reset));
        routes.MapPost($"{Root}/expire-sessions", context => Done(context, org.Sessions.ExpireAll));
        routes.MapDelete($"{Root}/requests", context => Done(context, org.Requests.Clear));
        routes.MapGet($"{Root}/requests", context => WriteRequestsAsync(context, org.Requests));
        routes.MapPost($"{Root}/faults", context => ReplaceFaultsAsync(context, org.Faults));
        routes.MapPost($"{Root}/bulk", context => ChangeBulkAsync(context, org.Bulk.Settings));
        routes.MapPost($"{Root}/sign-in", context => ReadAsync<SignInControl>(context, control => org.SignIn.Change(control.Apply)));
        routes.MapPost($"{Root}/locks", context => ReadAsync<LockControl>(context, control => control.Apply(org.Locks)));
        routes.MapDelete($"{Root}/locks", context => Done(context, org.Locks.Release));
        routes.MapDelete($"{Root}/faults", context => Done(context, () => org.Faults.Replace([])));
    }

    private static Task Done(HttpContext context, Action action)
    {
        action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task WriteRequestsAsync(HttpContext context, RequestLog log) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray();
            foreach (var entry in log.Snapshot())
            {
                writer.WriteStartObject();
                writer.WriteString("method", entry.Method);
                writer.WriteString("path", entry.Path);
                writer.WriteNumber("status", entry.Status);
                writer.WriteString("soapOperation", entry.SoapOperation);
                writer.WriteNumber("requestBytes", entry.RequestBytes);
                writer.WriteNumber("responseBytes", entry.ResponseBytes);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static Task ReplaceFaultsAsync(HttpContext context, FaultQueue queue) =>
        ReadAsync<Fault[]>(context, faults => queue.Replace(faults));

    private static Task ChangeBulkAsync(HttpContext context, BulkSettings settings) =>
        ReadAsync<BulkControl>(context, control => control.Apply(settings));

    private static async Task ReadAsync<T>(HttpContext context, Action<T> apply)
        where T : class
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Json, context.RequestAborted) is { } body)
                apply(body);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (ApiException refusal)
        {
            await RestError.WriteAsync(context, refusal);
        }
        catch (JsonException exception)
        {
            await RestError.WriteAsync(context, RestBody.Malformed(exception.Message));
        }
    }
}
