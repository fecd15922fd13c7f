using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>The answers to calls that write one record.</summary>
internal static class SaveAnswer
{
    /// <summary>From here on an upsert tells whether it created the record (REST API guide, upsert).</summary>
    private const int FirstVersionWithCreated = 46;

    public static Task CreatedAsync(HttpContext context, SObjectType type, SaveResult result, bool isUpsert = false)
    {
        var call = RestCall.Of(context);
        context.Response.Headers.Location = $"{call.Root}/sobjects/{type.Name}/{result.Id}";
        return WriteAsync(context, StatusCodes.Status201Created, result, isUpsert && call.Version >= FirstVersionWithCreated);
    }

    public static Task UpdatedByKeyAsync(HttpContext context, SaveResult result) =>
        RestCall.Of(context).Version >= FirstVersionWithCreated
            ? WriteAsync(context, StatusCodes.Status200OK, result, withCreated: true)
            : NoContentAsync(context);

    public static Task NoContentAsync(HttpContext context) => WithoutBodyAsync(context, StatusCodes.Status204NoContent);

    public static Task NotModifiedAsync(HttpContext context) => WithoutBodyAsync(context, StatusCodes.Status304NotModified);

    public static Task RefusedAsync(HttpContext context, SObjectType type, SaveResult result)
    {
        var error = result.Errors[0];
        if (error.MatchingIds.Count > 0)
            return ChoicesAsync(context, type, error.MatchingIds);
        // The record of the URL itself is missing, not one that it refers to.
        if (error is { StatusCode: StatusCode.InvalidCrossReferenceKey, Fields.Count: 0 })
            return RestError.WriteAsync(context, RestError.NotFound());
        var status = error.StatusCode is StatusCode.EntityIsDeleted or StatusCode.NotFound
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status400BadRequest;
        return JsonResponse.WriteAsync(context, status, writer =>
        {
            writer.WriteStartArray();
            foreach (var refusal in result.Errors)
                Write(context, writer, refusal);
            writer.WriteEndArray();
        });
    }

    private static void Write(HttpContext context, Utf8JsonWriter writer, RecordError error)
    {
        if (error.Duplicates is { } finding)
            JsonDuplicateWriter.Write(writer, error, finding, RestCall.Of(context).Root);
        else
            RestError.Write(writer, error.StatusCode, error.Message, error.IsOfRequest ? null : error.Fields);
    }

    /// <summary>Several records have the external id: the addresses of all of them.</summary>
    public static Task ChoicesAsync(HttpContext context, SObjectType type, IReadOnlyList<string> ids)
    {
        var root = RestCall.Of(context).Root;
        return JsonResponse.WriteAsync(context, StatusCodes.Status300MultipleChoices, writer =>
        {
            writer.WriteStartArray();
            foreach (var id in ids)
                writer.WriteStringValue($"{root}/sobjects/{type.Name}/{id}");
            writer.WriteEndArray();
        });
    }

    private static Task WithoutBodyAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, SaveResult result, bool withCreated) =>
        JsonResponse.WriteAsync(context, status, writer => JsonResultWriter.Write(writer, result, withCreated));
}
