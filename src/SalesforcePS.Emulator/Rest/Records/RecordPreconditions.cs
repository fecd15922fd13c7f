using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Json;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rest.Records;

/// <summary>
/// If-Match and If-None-Match, which only accounts have tags for, If-Modified-Since and If-Unmodified-Since on a record (REST API
/// guide, conditional request headers). A delete takes none of them.
/// </summary>
internal sealed class RecordPreconditions(EmulatedOrg org)
{
    private const string GzipMark = "-gzip";

    /// <summary>Tells tag and date of the record; false where the client has what it would get, and the answer is 304.</summary>
    public bool AllowRead(HttpContext context, SObjectType type, string id)
    {
        var (tag, modified) = StateOf(context, type, id);
        if (modified is null)
            return true;
        var headers = context.Response.Headers;
        if (tag is not null)
            headers.ETag = tag;
        headers.LastModified = HeaderUtilities.FormatDate(modified.Value);
        CheckUnchanged(context.Request.Headers, tag, modified.Value);
        var isKnown = context.Request.Headers.IfNoneMatch.Count > 0
            ? Matches(context.Request.Headers.IfNoneMatch, tag)
            : Date(context.Request.Headers.IfModifiedSince) is { } since && modified <= since;
        return !isKnown;
    }

    /// <exception cref="ApiException">The record is not as the client supposes it to be (412), or a header is wrong (400).</exception>
    public void CheckWrite(HttpContext context, SObjectType type, string id)
    {
        var headers = context.Request.Headers;
        if (headers.IfMatch.Count == 0 && headers.IfNoneMatch.Count == 0 && headers.IfUnmodifiedSince.Count == 0)
            return;
        if (headers.IfUnmodifiedSince.Count > 0 && Date(headers.IfUnmodifiedSince) is null)
            throw RestError.InvalidHeader(HeaderNames.IfUnmodifiedSince);
        foreach (var (name, values) in new[] { (HeaderNames.IfMatch, headers.IfMatch), (HeaderNames.IfNoneMatch, headers.IfNoneMatch) })
        {
            if (values.Count > 0 && !EntityTagHeaderValue.TryParseList(values, out _))
                throw RestError.InvalidHeader(name);
        }

        var (tag, modified) = StateOf(context, type, id);
        if (modified is null)
            return;
        CheckUnchanged(headers, tag, modified.Value);
        if (headers.IfNoneMatch.Count > 0 && Matches(headers.IfNoneMatch, tag))
            throw Failed();
    }

    private static void CheckUnchanged(IHeaderDictionary headers, string? tag, DateTimeOffset modified)
    {
        if (headers.IfMatch.Count > 0 ? !Matches(headers.IfMatch, tag) : Date(headers.IfUnmodifiedSince) is { } since && modified > since)
            throw Failed();
    }

    private (string? Tag, DateTimeOffset? Modified) StateOf(HttpContext context, SObjectType type, string id)
    {
        var isTagged = type.Name == "Account";
        var date = type.FindField(SystemFields.LastModifiedDate) ?? type.FindField(SystemFields.SystemModstamp)!;
        if (org.Reader.Retrieve(type, isTagged ? type.Fields : [date], [id])[0] is not { } record)
            return (null, null);
        var modified = (DateTimeOffset?)record.Values[record.Fields.ToList().IndexOf(date)];
        if (!isTagged)
            return (null, modified);
        var content = JsonResponse.ToBytes(writer => JsonRecordWriter.Write(writer, record, RestCall.Of(context).Root));
#pragma warning disable CA5350 // a name for the content, no secret
        var hash = Convert.ToBase64String(SHA1.HashData(content.Span));
#pragma warning restore CA5350
        return ($"\"{hash}{(ResponseSender.AcceptsGzip(context.Request) ? GzipMark : "")}\"", modified);
    }

    private static bool Matches(StringValues header, string? tag) =>
        EntityTagHeaderValue.TryParseList(header, out var tags) && tags.Any(given => given.Tag == "*" || (tag is not null && Plain(given.Tag.Value!) == Plain(tag)));

    private static string Plain(string tag) => tag.Replace(GzipMark, "", StringComparison.Ordinal);

    private static DateTimeOffset? Date(StringValues header) => HeaderUtilities.TryParseDate(header.ToString(), out var date) ? date : null;

    private static ApiException Failed() => new(
        "PRECONDITION_FAILED", "The record is not in the state that a conditional header of the request asks for.", StatusCodes.Status412PreconditionFailed);
}
