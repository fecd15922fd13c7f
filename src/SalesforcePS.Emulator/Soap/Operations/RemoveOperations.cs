using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class RemoveOperations(RecordRemover records)
{
    public void Delete(SoapCall call) =>
        ResultWriter.Write(call.Result, records.Delete(call.User, ReadIds(call), OptionsOf(call.Headers)));

    public void Undelete(SoapCall call) =>
        ResultWriter.Write(call.Result, records.Undelete(call.User, ReadIds(call), OptionsOf(call.Headers)));

    public void EmptyRecycleBin(SoapCall call) => ResultWriter.Write(call.Result, records.EmptyBin(call.User, ReadIds(call)));

    /// <summary>The WSDL names them "ids"; an org takes "id" as well, which clients older than that WSDL send.</summary>
    private static string[] ReadIds(SoapCall call)
    {
        var ids = call.ReadTexts().Where(argument => argument.Name is "ids" or "id").Select(argument => argument.Value ?? "").ToArray();
        RecordLimit.Check(ids.Length);
        return ids;
    }

    private static DmlOptions OptionsOf(SoapHeaders headers) => new() { AllOrNone = headers.AllOrNone };
}
