using System.Text.Json;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Approvals;
using SalesforcePS.Emulator.Rest.Json;

namespace SalesforcePS.Emulator.Rest;

/// <summary>/process/approvals.</summary>
internal sealed class ApprovalEndpoint(EmulatedOrg org)
{
    private const string Submit = "Submit";

    /// <summary>The active processes of the objects that the caller sees, in their order.</summary>
    public Task ListAsync(HttpContext context)
    {
        var seen = RestCall.Of(context).User.Access.SchemaOf(org.Schema);
        var processes = org.Schema.ApprovalProcesses.Where(process => process.IsActive && seen.Find(process.ObjectName) is not null).GroupBy(process => process.ObjectName);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("approvals");
            foreach (var group in processes)
            {
                writer.WriteStartArray(group.Key);
                foreach (var (process, index) in group.Select((process, index) => (process, index)))
                {
                    writer.WriteStartObject();
                    writer.WriteString("description", process.Description);
                    writer.WriteString("id", process.Id);
                    writer.WriteString("name", process.Label);
                    writer.WriteString("object", process.ObjectName);
                    writer.WriteNumber("sortOrder", index + 1);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    /// <summary>A request that is refused tells so in its place; the others are done (REST API guide, Process Approvals).</summary>
    public async Task ProcessAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        var requests = JsonMembers.Array(body.Root, "requests").ConvertAll(Read);
        RecordLimit.Check(requests.Count);
        var user = RestCall.Of(context).User;
        var results = requests.ConvertAll(request => org.Approvals.Process(user, request, DmlOptions.Default));
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray();
            foreach (var result in results)
                Write(writer, result);
            writer.WriteEndArray();
        });
    }

    private static ProcessRequest Read(JsonElement request)
    {
        var action = JsonMembers.Text(request, "actionType");
        var contextId = JsonMembers.Text(request, "contextId");
        var comments = JsonMembers.OptionalText(request, "comments");
        List<string> chosen = JsonMembers.Find(request, "nextApproverIds") is null ? [] : JsonMembers.Array(request, "nextApproverIds").ConvertAll(id => id.ToString());
        return action.Equals(Submit, StringComparison.OrdinalIgnoreCase)
            ? new SubmitRequest(contextId)
            {
                Comments = comments,
                NextApproverIds = chosen,
                SubmitterId = JsonMembers.OptionalText(request, "contextActorId"),
                ProcessDefinitionNameOrId = JsonMembers.OptionalText(request, "processDefinitionNameOrId"),
                SkipEntryCriteria = JsonMembers.Flag(request, "skipEntryCriteria"),
            }
            : new WorkitemRequest(contextId, action) { Comments = comments, NextApproverIds = chosen };
    }

    private static void Write(Utf8JsonWriter writer, ProcessResult result)
    {
        writer.WriteStartObject();
        if (result.ActorIds.Count == 0)
            writer.WriteNull("actorIds");
        else
            WriteIds(writer, "actorIds", result.ActorIds);
        writer.WriteString("entityId", result.EntityId);
        if (result.Success)
            writer.WriteNull("errors");
        else
            JsonResultWriter.WriteErrors(writer, result.Errors);
        writer.WriteString("instanceId", result.InstanceId);
        writer.WriteString("instanceStatus", result.InstanceStatus);
        WriteIds(writer, "newWorkitemIds", result.NewWorkitemIds);
        writer.WriteBoolean("success", result.Success);
        writer.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter writer, string name, IReadOnlyList<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
            writer.WriteStringValue(id);
        writer.WriteEndArray();
    }
}
