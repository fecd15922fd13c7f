using System.Text.Json;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Rest;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk2;

internal static class IngestJobRequest
{
    private static readonly string[] Members =
        ["object", "operation", "externalIdFieldName", "columnDelimiter", "contentType", "lineEnding", "assignmentRuleId"];

    public static BulkJob Read(JsonElement body, RestCall call, OrgSchema schema)
    {
        var request = new JobRequest(body, Members);
        var name = request.Required("object");
        var type = call.User.Access.SchemaOf(schema).Find(name) ?? throw BulkErrors.UnknownEntity(name);
        var operation = request.Operation(operation => operation is not (BulkOperation.Query or BulkOperation.QueryAll));
        request.RequireCsv();
        if (!BulkRights.Allow(call.User, operation))
            throw BulkErrors.HardDeleteDenied();
        return new BulkJob
        {
            JobType = BulkJobType.V2Ingest,
            Operation = operation,
            Object = type.Name,
            ApiVersion = call.Version,
            CreatedById = call.User.UserId,
            ExternalIdFieldName = operation == BulkOperation.Upsert ? ExternalIdField(type, request.Text("externalIdFieldName")) : null,
            AssignmentRuleId = request.Text("assignmentRuleId"),
            ColumnDelimiter = request.ColumnDelimiter(),
            LineEnding = request.LineEnding(),
        };
    }

    private static string ExternalIdField(SObjectType type, string? name)
    {
        if (name is null)
            throw BulkErrors.InvalidJob($"External ID was blank for {type.Name}. An External ID must be specified for upsert.");
        return type.FindExternalIdField(name)?.Name ?? throw BulkErrors.InvalidJob(
            $"Field name provided, {name} does not match an External ID, Salesforce Id, or indexed field for {type.Name}");
    }
}
