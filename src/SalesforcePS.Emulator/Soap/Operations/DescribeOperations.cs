using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class DescribeOperations(OrgSchema schema)
{
    private const int LargestRequest = 100;

    public void DescribeSObject(SoapCall call) => Write(call, Find(call, call.ReadText("sObjectType")));

    public void DescribeSObjects(SoapCall call)
    {
        var types = call.ReadTexts()
            .Where(argument => argument.Name == "sObjectType")
            .Select(argument => Find(call, argument.Value ?? ""))
            .ToArray();
        if (types.Length > LargestRequest)
            throw new ApiException("EXCEEDED_ID_LIMIT", $"exceeded max object limit of {LargestRequest}");
        foreach (var type in types)
            Write(call, type);
    }

    public void DescribeGlobal(SoapCall call)
    {
        call.Result.Start("result");
        GlobalDescription.Write(new XmlDescribeWriter(call.Result), call.User.Access.SchemaOf(schema), root: "");
        call.Result.WriteEndElement();
    }

    private SObjectType Find(SoapCall call, string name) => call.User.Access.SchemaOf(schema).Find(name) ?? throw SchemaErrors.UnknownType(name);

    private static void Write(SoapCall call, SObjectType type)
    {
        call.Result.Start("result");
        SObjectDescription.Write(new XmlDescribeWriter(call.Result), type, root: "");
        call.Result.WriteEndElement();
    }
}
