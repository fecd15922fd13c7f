using System.Text.Json;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>How far an export has come: enough for the same command to go on after a kill.</summary>
/// <param name="Locator">Of the next page; null where that is the first.</param>
/// <param name="Bytes">The length of what is surely in the file.</param>
internal sealed record ExportState(
    string OrganizationId, string Query, bool IncludeDeleted, string Delimiter, string JobId, string ApiVersion, string? Locator, long Bytes, long Rows)
{
    /// <summary>Null where there is none that can be read.</summary>
    public static ExportState? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ExportState>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>In one step: a reader finds the old state or the new one.</summary>
    public void Write(string path)
    {
        var next = path + ".new";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(next, path, overwrite: true);
    }

    public bool IsSameWork(ExportState other) =>
        (OrganizationId, Query, IncludeDeleted, Delimiter) == (other.OrganizationId, other.Query, other.IncludeDeleted, other.Delimiter);
}
