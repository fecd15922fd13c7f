using System.Xml;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Records.Merging;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class MergeOperation(EmulatedOrg org)
{
    public void Merge(SoapCall call)
    {
        // An org goes by the place of an argument: clients call the request by several names.
        var requests = call.Arguments.Children().Select(Read).ToList();
        if (requests.Count > RecordMerger.MostRequests)
            throw new ApiException("EXCEEDED_ID_LIMIT", FormattableString.Invariant($"record limit reached. cannot submit more than {RecordMerger.MostRequests} merge requests into this call"));
        var options = call.Headers.ToDmlOptions();
        foreach (var result in requests.Select(request => org.Merger.Merge(call.User, request, options)))
        {
            Write(call.Result, result);
            RecentUse.Note(org, call, result.Success ? [result.Id!] : []);
        }
    }

    private static MergeRequest Read(XmlReader request)
    {
        var master = new RecordInput(null, null, []);
        var ids = new List<string>();
        foreach (var member in request.Children())
        {
            if (member.LocalName == "masterRecord")
                master = SObjectReader.Read(member);
            else if (member.LocalName == "recordToMergeIds")
                ids.Add(member.Text() ?? "");
        }

        return new MergeRequest(master, ids);
    }

    private static void Write(XmlWriter writer, MergeResult result)
    {
        writer.Start("result");
        ResultWriter.WriteErrors(writer, result.Errors);
        writer.TextOrNil("id", result.Id);
        foreach (var id in result.MergedRecordIds)
            writer.Text("mergedRecordIds", id);
        writer.Boolean("success", result.Success);
        foreach (var id in result.UpdatedRelatedIds)
            writer.Text("updatedRelatedIds", id);
        writer.WriteEndElement();
    }
}
