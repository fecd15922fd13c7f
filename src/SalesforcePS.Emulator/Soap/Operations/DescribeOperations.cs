using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class DescribeOperations(OrgSchema schema)
{
    private const int LargestRequest = 100;

    public static SObjectType Require(OrgSchema schema, string name) => schema.Find(name) ?? throw new ApiException(
        "INVALID_TYPE",
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.");

    public void DescribeSObject(SoapCall call) => Write(call, Require(schema, call.ReadText("sObjectType")));

    public void DescribeSObjects(SoapCall call)
    {
        var types = call.ReadTexts()
            .Where(argument => argument.Name == "sObjectType")
            .Select(argument => Require(schema, argument.Value ?? ""))
            .ToArray();
        if (types.Length > LargestRequest)
            throw new ApiException("EXCEEDED_ID_LIMIT", $"exceeded max object limit of {LargestRequest}");
        foreach (var type in types)
            Write(call, type);
    }

    public void DescribeGlobal(SoapCall call)
    {
        call.Result.Start("result");
        GlobalDescription.Write(new XmlDescribeWriter(call.Result), schema, root: "");
        call.Result.WriteEndElement();
    }

    private static void Write(SoapCall call, SObjectType type)
    {
        call.Result.Start("result");
        SObjectDescription.Write(new XmlDescribeWriter(call.Result), type, root: "");
        call.Result.WriteEndElement();
    }
}
