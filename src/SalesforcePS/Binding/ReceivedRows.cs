using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Ingest;

namespace SalesforcePS.Binding;

/// <summary>The rows of a job that another process wrote, as objects: what went in, and what became of it.</summary>
internal static class ReceivedRows
{
    /// <summary>The row as it was sent, with its columns as properties; a blank cell is null.</summary>
    public static PSObject ToObject(ReceivedRow row)
    {
        var input = new PSObject();
        foreach (var (column, text) in row.Cells)
            input.Properties.Add(new PSNoteProperty(column, text));
        return input;
    }

    public static SfRecordResult ToResult(ReceivedRow row, object input, BulkJob job, string operation) => new()
    {
        Id = row.Id,
        Created = row.Created,
        Operation = operation,
        ObjectType = job.ObjectType,
        InputObject = input,
        JobId = job.Id,
    };

    /// <summary>In the words of results: Insert for insert, Delete for hardDelete.</summary>
    public static string OperationOf(BulkJob job) => job.Operation switch
    {
        "insert" => "Insert",
        "update" => "Update",
        "upsert" => "Upsert",
        _ => "Delete",
    };
}
