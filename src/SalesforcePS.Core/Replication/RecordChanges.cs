using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Replication;

/// <summary>Which records of an object changed in a window of time (api-rest "sObject Get Updated", "sObject Get Deleted").</summary>
public sealed class RecordChanges(SalesforceConnection connection)
{
    /// <exception cref="SalesforceException">The window is refused (<c>INVALID_REPLICATION_DATE</c>), or the object does not tell its changes.</exception>
    public Task<UpdatedRecords> GetUpdatedAsync(string objectType, ReplicationWindow window, CancellationToken cancellation = default) =>
        GetAsync(objectType, "updated", window, static answer => new UpdatedRecords(
            [.. answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)], Time(answer, "latestDateCovered")), cancellation);

    /// <exception cref="SalesforceException">The window is refused (<c>INVALID_REPLICATION_DATE</c>), or the object does not tell its changes.</exception>
    public Task<DeletedRecordList> GetDeletedAsync(string objectType, ReplicationWindow window, CancellationToken cancellation = default) =>
        GetAsync(objectType, "deleted", window, static answer => new DeletedRecordList(
            [.. answer.GetProperty("deletedRecords").EnumerateArray().Select(record => new DeletedRecord(record.GetProperty("id").GetString()!, Time(record, "deletedDate")))],
            Time(answer, "earliestDateAvailable"),
            Time(answer, "latestDateCovered")), cancellation);

    private Task<T> GetAsync<T>(string objectType, string change, ReplicationWindow window, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        window.Check(connection.Time.GetUtcNow());
        return RestJson.GetAsync(
            connection, $"{connection.RestPath}/sobjects/{Uri.EscapeDataString(objectType)}/{change}/?{window.Query}", read, cancellation);
    }

    private static DateTimeOffset Time(JsonElement element, string name) => TextValue.DateTime(element.GetProperty(name).GetString()!);
}
