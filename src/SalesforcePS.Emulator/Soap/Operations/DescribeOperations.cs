using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Layouts;
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

    public void DescribeLayout(SoapCall call)
    {
        var arguments = call.ReadTexts().ToLookup(argument => argument.Name, argument => argument.Value ?? "", StringComparer.Ordinal);
        var type = Find(call, arguments["sObjectType"].FirstOrDefault("")) is { Layoutable: true } found
            ? found
            : throw new ApiException("INVALID_TYPE", $"sObject type '{arguments["sObjectType"].First()}' has no layouts");
        if (arguments["layoutName"].FirstOrDefault() is { Length: > 0 } name)
            throw new ApiException("INVALID_FIELD", $"{type.Name} has no named layout '{name}'");
        RecordTypeDefinition[] recordTypes = [.. arguments["recordTypeIds"].Select(id => RecordType(type, id))];
        call.Result.Start("result");
        new LayoutDescription(new XmlDescribeWriter(call.Result), schema, call.User.Access, type, root: "")
            .WriteAll(recordTypes.Length > 0 ? recordTypes : [.. type.RecordTypes, RecordTypeDefinition.Master]);
        call.Result.WriteEndElement();
    }

    private static RecordTypeDefinition RecordType(SObjectType type, string text) =>
        SalesforceId.TryNormalize(text, out var id) && type.FindRecordType(id) is { } recordType
            ? recordType
            : throw new ApiException("INVALID_ID_FIELD", $"{type.Name} has no record type {text}");

    private SObjectType Find(SoapCall call, string name) => call.User.Access.SchemaOf(schema).Find(name) ?? throw SchemaErrors.UnknownType(name);

    private static void Write(SoapCall call, SObjectType type)
    {
        call.Result.Start("result");
        SObjectDescription.Write(new XmlDescribeWriter(call.Result), type, root: "");
        call.Result.WriteEndElement();
    }
}
