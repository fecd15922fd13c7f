using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Refusals with the codes of AsyncExceptionCode (Bulk API Developer Guide, Errors).</summary>
internal static class AsyncErrors
{
    public const string InvalidBatch = "InvalidBatch";
    public const string InvalidJob = "InvalidJob";
    public const string ClientInputError = "ClientInputError";

    private const string FeatureNotEnabled = "FeatureNotEnabled";
    private const string InvalidJobState = "InvalidJobState";

    public static ApiException InvalidSession() => new("InvalidSessionId", "Invalid session id");

    public static ApiException ApiDisabled() => new(FeatureNotEnabled, "The Bulk API isn't enabled for this organization or user");

    /// <summary>Recorded word for word by those who met it.</summary>
    public static ApiException HardDeleteDenied() => new(FeatureNotEnabled, BulkRights.HardDeleteDenied);

    public static ApiException UnsupportedVersion(string version) => new("InvalidVersion", $"Api version {version} is not supported");

    public static ApiException WrongVersion(int requested, int version) => new(
        "InvalidVersion", FormattableString.Invariant($"The request has the api version {requested}.0, its job {version}.0"));

    public static ApiException CallsExhausted() => new("ExceededQuota", "TotalRequests Limit exceeded.");

    public static ApiException BatchesExhausted() => new("ExceededQuota", "ApiBatchItems Limit exceeded.");

    public static ApiException UnknownUrl(string path) => new("InvalidUrl", $"Url not found: {path}");

    public static ApiException MalformedXml(string message) => new("InvalidXml", $"Unable to parse the request: {message}");

    public static ApiException MalformedJson(string message) => new(ClientInputError, $"Unable to parse the request: {message}");

    public static ApiException UnknownJob(string id) => new(InvalidJob, $"Unable to find job with id: {id}");

    public static ApiException UnknownBatch(string id) => new(InvalidBatch, $"Unable to find batch with id: {id}");

    public static ApiException UnknownResult(string id) => new(InvalidBatch, $"Unable to find result with id: {id}");

    public static ApiException NotProcessed() => new(InvalidBatch, "Records not processed");

    public static ApiException MissingMember(string name) => new(InvalidJob, $"The job needs a value for {name}");

    public static ApiException UnknownValue(string name, string value) => new(InvalidJob, $"'{value}' is not a valid {name}");

    public static ApiException UnknownObject(string name) => new(InvalidJob, $"Unable to find object: {name}");

    public static ApiException UnsupportedObject(string name) => new("InvalidEntity", $"Entity '{name}' is not supported by the Bulk API.");

    public static ApiException MissingExternalId(string name) =>
        new(InvalidJob, $"External ID was blank for {name}. An External ID must be specified for upsert.");

    public static ApiException UnknownExternalId(string name, string field) =>
        new(InvalidJob, $"Field name provided, {field} does not match an External ID, Salesforce Id, or indexed field for {name}");

    public static ApiException JobIsNotOpen(string state) => new(InvalidJobState, $"The job must be Open, but it is {state}");

    public static ApiException JobIsTooOld() => new(InvalidJobState, "The job is more than 24 hours old and takes no more batches");

    public static ApiException JobIsSomeoneElses() => new("InvalidUser", "Only the user who created the job can change it");

    public static ApiException InvalidTransition(BulkJobState from, BulkJobState to) =>
        new(InvalidJobState, $"{(to == BulkJobState.Closed ? "Closing" : "Aborting")} already {from} Job not allowed");

    public static ApiException UnsupportedContentType(string contentType, string expected) =>
        new("UnsupportedContentType", $"Content type {contentType} does not match the job, which takes {expected}");

    public static ApiException UnsupportedEncoding(string encoding) =>
        new(ClientInputError, $"Content encoding {encoding} is not supported", StatusCodes.Status415UnsupportedMediaType);

    public static ApiException TooLarge(long limit, long size) => new(
        ClientInputError, FormattableString.Invariant($"Failed to read request. Exceeded max size limit of {limit} with request size {size}"));

    public static ApiException InvalidChunking(string option, int largest) => new(
        ClientInputError, FormattableString.Invariant($"{PkChunking.HeaderName}: '{option}' is not TRUE, FALSE, chunkSize=1 to {largest}, startRow=Id or parent=object"));
}
