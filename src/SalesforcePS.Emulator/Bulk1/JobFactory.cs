using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Makes the job that a client asks for, or says why there can be none.</summary>
internal sealed class JobFactory(OrgSchema schema)
{
    public BulkJob Create(JobRequest request, int version, RequestUser user)
    {
        var operationName = request.Required("operation");
        var operation = BulkNames.Operation(operationName) ?? throw AsyncErrors.UnknownValue("operation", operationName);
        var objectName = request.Required("object");
        var type = user.Access.SchemaOf(schema).Find(objectName) ?? throw AsyncErrors.UnknownObject(objectName);
        if (!BulkRights.Allow(user, operation))
            throw AsyncErrors.HardDeleteDenied();
        if (!Supports(schema.Find(type.Name)!, operation))
            throw AsyncErrors.UnsupportedObject(type.Name);
        var contentTypeName = request["contentType"] ?? AsyncContentType.Xml.Name;
        var contentType = AsyncContentType.Find(contentTypeName) ?? throw AsyncErrors.UnknownValue("contentType", contentTypeName);
        return new BulkJob
        {
            JobType = BulkJobType.Classic,
            Operation = operation,
            Object = type.Name,
            ApiVersion = version,
            CreatedById = user.UserId,
            ContentType = contentType.Name,
            ConcurrencyMode = request.OneOf("concurrencyMode", JobRequest.ConcurrencyModes) ?? JobRequest.ConcurrencyModes[0],
            ExternalIdFieldName = operation == BulkOperation.Upsert ? ExternalIdField(type, request["externalIdFieldName"]) : null,
            AssignmentRuleId = request["assignmentRuleId"],
        };
    }

    private static string ExternalIdField(SObjectType type, string? name)
    {
        if (name is null)
            throw AsyncErrors.MissingExternalId(type.Name);
        return type.FindExternalIdField(name)?.Name ?? throw AsyncErrors.UnknownExternalId(type.Name, name);
    }

    private static bool Supports(SObjectType type, BulkOperation operation) => operation switch
    {
        BulkOperation.Insert => type.Createable,
        BulkOperation.Update => type.Updateable,
        BulkOperation.Upsert => type is { Createable: true, Updateable: true },
        BulkOperation.Delete or BulkOperation.HardDelete => type.Deletable,
        _ => type.Queryable,
    };
}
