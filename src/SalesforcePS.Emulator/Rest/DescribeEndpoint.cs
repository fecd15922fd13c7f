using System.Globalization;
using System.Text.Json;
using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest;

internal sealed class DescribeEndpoint(EmulatedOrg org)
{
    public Task GlobalAsync(HttpContext context)
    {
        var call = RestCall.Of(context);
        var schema = call.User.Access.SchemaOf(org.Schema);
        return WriteAsync(context, writer => GlobalDescription.Write(new JsonDescribeWriter(writer), schema, call.Root));
    }

    public Task SObjectAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var root = RestCall.Of(context).Root;
        return WriteAsync(context, writer => SObjectDescription.Write(new JsonDescribeWriter(writer), type, root));
    }

    public Task BasicAsync(HttpContext context)
    {
        var type = RouteTarget.Type(context, org.Schema);
        var call = RestCall.Of(context);
        var recent = org.Recent.List(call.User, org.Reader, RecentItems.Most, type);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("objectDescribe");
            GlobalDescription.WriteSObject(new JsonDescribeWriter(writer), type, call.Root);
            writer.WriteEndObject();
            writer.WriteStartArray("recentItems");
            foreach (var item in recent)
                JsonRecordWriter.Write(writer, item, call.Root);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.Headers.LastModified = org.Started.ToString("R", CultureInfo.InvariantCulture);
        if (IsUnchanged(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        });
    }

    /// <summary>HTTP dates have whole seconds.</summary>
    private bool IsUnchanged(HttpRequest request) =>
        request.GetTypedHeaders().IfModifiedSince is { } since && org.Started.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
}
