using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class SaveOperations(EmulatedOrg org)
{
    public void Create(SoapCall call)
    {
        var results = org.Writer.Create(call.User, ReadRecords(call).Records, call.Headers.ToDmlOptions());
        Answer(call, results);
    }

    public void Update(SoapCall call)
    {
        var results = org.Writer.Update(call.User, ReadRecords(call).Records, call.Headers.ToDmlOptions());
        Answer(call, results);
    }

    public void Upsert(SoapCall call)
    {
        var (externalIdField, inputs) = ReadRecords(call);
        var results = org.Writer.Upsert(call.User, externalIdField, inputs, call.Headers.ToDmlOptions());
        Answer(call, results, withCreated: true);
    }

    private void Answer(SoapCall call, IReadOnlyList<SaveResult> results, bool withCreated = false)
    {
        RecentUse.Note(org, call, [.. results.Where(result => result.Success).Select(result => result.Id!)]);
        ResultWriter.Write(call.Result, results, withCreated);
    }

    private static (string ExternalIdField, List<RecordInput> Records) ReadRecords(SoapCall call)
    {
        var externalIdField = "";
        var inputs = new List<RecordInput>();
        foreach (var argument in call.Arguments.Children())
        {
            if (argument.LocalName == "sObjects")
                inputs.Add(SObjectReader.Read(argument));
            else if (argument.LocalName == "externalIDFieldName")
                externalIdField = argument.Text() ?? "";
        }

        RecordLimit.Check(inputs.Count);
        TypeChunks.Check(inputs);
        return (externalIdField, inputs);
    }
}
