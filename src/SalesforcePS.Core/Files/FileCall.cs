using System.Net.Http.Headers;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>Inserts or updates records with their files in one multipart request (rest-api "Insert or Update Blob Data").</summary>
internal sealed class FileCall(SalesforceConnection connection, WriteOptions options, Action<long> sent) : IRecordCall
{
    /// <summary>So much for 2 GB; Salesforce's own ten minutes begin when all is there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly AttemptHistory attempts = new();
    private Exception? unreadable;

    public bool HasLostAnswer => attempts.LostAnswer is not null;

    public async Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation)
    {
        var isAlone = records.Count == 1;
        using var metadata = new CollectionContent(records, options.AllOrNone, isAlone ? null : FileKind.BodyOf(records[0].ObjectType));
        var json = isAlone ? CollectionContent.Single(records[0]) : await metadata.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        var request = new ApiRequest(ApiCallKind.Rest, options.Safety, token => CreateRequest(token!.InstanceUri, records, json)) { Deadline = Longest, Attempts = attempts };
        try
        {
            return isAlone
                ? [await connection.Transport.SendAsync(request, (response, cancel) => ReadSingleAsync(response, records[0], cancel), cancellation).ConfigureAwait(false)]
                : await connection.Transport.SendAsync(request, CollectionAnswerReader.ReadAsync, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException) when (unreadable is not null)
        {
            throw new SalesforceException($"The file could not be read: {unreadable.Message} It was not uploaded.", unreadable) { ErrorCode = FileLimits.Unreadable };
        }
        catch (SalesforceException refused) when (isAlone && refused.StatusCode is 400 or 403 or 404 && refused.GetType() == typeof(SalesforceException))
        {
            return [new RecordAnswer(null, false, false, [new RecordError(refused.ErrorCode, refused.Message, refused.Fields)])];
        }
    }

    private HttpRequestMessage CreateRequest(Uri instance, IReadOnlyList<EncodedRecord> records, byte[] json)
    {
        var path = records switch
        {
            [{ Id: { } id } alone] => $"sobjects/{alone.ObjectType}/{id}",
            [var alone] => $"sobjects/{alone.ObjectType}",
            _ => "composite/sobjects",
        };
        var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" } } }, "\"entity\"" },
        };
        for (var index = 0; index < records.Count; index++)
        {
            var part = records.Count == 1 ? FileKind.BodyOf(records[0].ObjectType) : CollectionContent.PartName(index);
            content.Add(new FileBody(FileRecord.ContentOf(records[index].Record), part, sent, failed => unreadable = failed));
        }
        var isUpdate = options.Operation == RecordOperation.Update;
        return new HttpRequestMessage(isUpdate ? HttpMethod.Patch : HttpMethod.Post, new Uri(instance, $"{connection.RestPath}/{path}")) { Content = content };
    }

    private static async Task<RecordAnswer> ReadSingleAsync(HttpResponseMessage response, EncodedRecord record, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        // An update is answered without a body.
        if (body.Length == 0)
            return new RecordAnswer(record.Id, true, false, []);
        try
        {
            using var json = JsonDocument.Parse(body);
            return CollectionAnswerReader.Read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ProtocolException($"Salesforce's result could not be read: {exception.Message}", exception);
        }
    }
}
