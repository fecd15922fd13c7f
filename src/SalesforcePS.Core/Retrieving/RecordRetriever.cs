using System.Globalization;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Retrieving;

/// <summary>Gets records by their Ids, up to 2,000 of one object in a request, as typed records in the order of the Ids.</summary>
/// <param name="fields">The fields to get beside the Id; null for all.</param>
public sealed class RecordRetriever(SalesforceConnection connection, IReadOnlyList<string>? fields, bool bySoap = false)
{
    /// <summary>The most Ids of one request (api-rest "Get Records Using sObject Collections", api "retrieve()").</summary>
    public const int LargestBatch = 2_000;

    /// <summary>The version that brought sObject collections (api-rest "Get Records Using sObject Collections").</summary>
    public const decimal FirstVersionOfRest = 42;

    private readonly IRetrieveCall call = bySoap ? new SoapRetrieveCall(connection) : new CollectionRetrieveCall(connection);
    private readonly FieldSelection selection = new(connection.Schema, fields);
    private readonly DeletedRecords deleted = new(connection);

    /// <summary>False where the session's API version has SOAP alone.</summary>
    public static bool IsThereRest(SalesforceConnection connection) => decimal.Parse(connection.ApiVersion, CultureInfo.InvariantCulture) >= FirstVersionOfRest;

    /// <summary>One answer for each request, in their order.</summary>
    /// <exception cref="SalesforceException">The session has ended, the limit is reached, or the org cannot be reached.</exception>
    public async Task<IReadOnlyList<RetrievedRecord>> RetrieveAsync(IReadOnlyList<RecordRequest> requests, CancellationToken cancellation = default)
    {
        var answers = new RetrievedRecord[requests.Count];
        var byObject = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < requests.Count; i++)
        {
            if (await FindObjectAsync(requests[i], cancellation).ConfigureAwait(false) is not { } objectType)
                answers[i] = new(requests[i], null, Malformed(requests[i]));
            else if (byObject.TryGetValue(objectType, out var known))
                known.Add(i);
            else
                byObject[objectType] = [i];
        }
        foreach (var (objectType, places) in byObject)
        {
            foreach (var (place, answer) in places.Zip(await RetrieveAsync(objectType, [.. places.Select(place => requests[place])], cancellation).ConfigureAwait(false)))
                answers[place] = answer;
        }
        return answers;
    }

    private async ValueTask<string?> FindObjectAsync(RecordRequest request, CancellationToken cancellation)
    {
        if (!RecordId.IsOf(request.Id, null))
            return null;
        if (request.ObjectType is not { } objectType)
            return await connection.Schema.FindObjectOfIdAsync(request.Id, cancellation).ConfigureAwait(false);
        // An Id of another object would have the whole request refused.
        return RecordId.IsOf(request.Id, connection.Schema.Find(objectType)?.KeyPrefix) ? objectType : null;
    }

    private async Task<IReadOnlyList<RetrievedRecord>> RetrieveAsync(string objectType, IReadOnlyList<RecordRequest> requests, CancellationToken cancellation)
    {
        try
        {
            var description = await connection.Schema.GetAsync(objectType, cancellation).ConfigureAwait(false);
            var columns = await selection.FindAsync(description, cancellation).ConfigureAwait(false);
            // The prefix was not known before the object was described.
            string[] ids = [.. requests.Select(request => request.Id).Where(id => RecordId.IsOf(id, description.KeyPrefix)).Distinct(StringComparer.Ordinal)];
            var records = ids.Length == 0 ? [] : await call.SendAsync(description, columns, ids, cancellation).ConfigureAwait(false);
            if (records.Count != ids.Length)
                throw new ProtocolException($"Salesforce answered {records.Count} records for {ids.Length} Ids.");
            var found = ids.Zip(records).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            string[] missing = [.. found.Where(pair => pair.Value is null).Select(pair => pair.Key)];
            var inBin = await deleted.FindAsync(description, missing, cancellation).ConfigureAwait(false);
            return [.. requests.Select(request => Answer(description, request, found, inBin))];
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException) || refused is RecordException)
        {
            return [.. requests.Select(request => new RetrievedRecord(request, null, refused))];
        }
    }

    private static RetrievedRecord Answer(
        ObjectDescription description, RecordRequest request, Dictionary<string, SalesforceRecord?> found, HashSet<string> inBin)
    {
        if (!found.TryGetValue(request.Id, out var record))
            return new(request, null, Malformed(request with { ObjectType = description.Name }));
        if (record is not null)
            return new(request, record, null);
        return new(request, null, inBin.Contains(DeletedRecords.KeyOf(request.Id))
            ? RecordException.From("ENTITY_IS_DELETED", $"The {description.Name} '{request.Id}' is deleted. As long as it is in the recycle bin, Restore-SfRecord brings it back.", "Id")
            : RecordException.From("NOT_FOUND", $"There is no {description.Name} '{request.Id}', or the user may not see it.", "Id"));
    }

    private static RecordException Malformed(RecordRequest request) =>
        RecordException.From("MALFORMED_ID", $"'{request.Id}' is no Id of {request.ObjectType ?? "any object that the user sees"}.", "Id");
}
