using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class SaveOperations(RecordWriter records)
{
    public void Create(SoapCall call)
    {
        var results = records.Create(call.User, ReadRecords(call).Records, OptionsOf(call.Headers));
        ResultWriter.Write(call.Result, results);
    }

    public void Update(SoapCall call)
    {
        var results = records.Update(call.User, ReadRecords(call).Records, OptionsOf(call.Headers));
        ResultWriter.Write(call.Result, results);
    }

    public void Upsert(SoapCall call)
    {
        var (externalIdField, inputs) = ReadRecords(call);
        var results = records.Upsert(call.User, externalIdField, inputs, OptionsOf(call.Headers));
        ResultWriter.Write(call.Result, results, withCreated: true);
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
        return (externalIdField, inputs);
    }

    private static DmlOptions OptionsOf(SoapHeaders headers) => new()
    {
        AllOrNone = headers.AllOrNone,
        AllowFieldTruncation = headers.AllowFieldTruncation,
        AllowDuplicateSave = headers.AllowDuplicateSave,
        AssignmentRuleId = headers.AssignmentRuleId,
        UseDefaultRule = headers.UseDefaultRule,
    };
}
