using System.Xml;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Approvals;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class ProcessOperation(ApprovalProcessor approvals)
{
    public void Process(SoapCall call)
    {
        var requests = call.Arguments.Children().Select(Read).ToList();
        RecordLimit.Check(requests.Count);
        var options = call.Headers.ToDmlOptions();
        foreach (var request in requests)
            Write(call.Result, approvals.Process(call.User, request, options));
    }

    /// <summary>Clients differ in whether they declare the type of a request, so what stands in it tells.</summary>
    private static ProcessRequest Read(XmlReader action)
    {
        var members = new List<(string Name, string? Value)>();
        foreach (var member in action.Children())
        {
            var name = member.LocalName;
            members.Add((name, member.Text()));
        }

        var chosen = members.Where(member => member.Name == "nextApproverIds" && !string.IsNullOrEmpty(member.Value)).Select(member => member.Value!).ToList();
        var comments = Find("comments");
        return Find("workitemId") is not null || Find("action") is not null
            ? new WorkitemRequest(Find("workitemId") ?? "", Find("action") ?? "") { Comments = comments, NextApproverIds = chosen }
            : new SubmitRequest(Find("objectId") ?? "")
            {
                Comments = comments,
                NextApproverIds = chosen,
                SubmitterId = Find("submitterId"),
                ProcessDefinitionNameOrId = Find("processDefinitionNameOrId"),
                SkipEntryCriteria = SoapInput.Flag(Find("skipEntryCriteria"), "skipEntryCriteria"),
            };

        string? Find(string name) => members.Find(member => member.Name == name).Value;
    }

    private static void Write(XmlWriter writer, ProcessResult result)
    {
        writer.Start("result");
        foreach (var id in result.ActorIds)
            writer.Text("actorIds", id);
        writer.TextOrNil("entityId", result.EntityId);
        ResultWriter.WriteErrors(writer, result.Errors);
        writer.TextOrNil("instanceId", result.InstanceId);
        writer.TextOrNil("instanceStatus", result.InstanceStatus);
        foreach (var id in result.NewWorkitemIds)
            writer.Text("newWorkitemIds", id);
        writer.Boolean("success", result.Success);
        writer.WriteEndElement();
    }
}
