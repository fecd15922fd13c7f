using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soap.Operations;

internal sealed class RetrieveOperation(EmulatedOrg org)
{
    private const int LargestRequest = 2000;

    public void Retrieve(SoapCall call)
    {
        var arguments = call.ReadTexts();
        var type = call.User.Access.SchemaOf(org.Schema).Find(Text("sObjectType")) ?? throw SchemaErrors.UnknownType(Text("sObjectType"));
        var fields = Text("fieldList")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => type.FindField(name) ?? throw SchemaErrors.UnknownField(type.Name, name))
            .ToArray();
        var ids = arguments.Where(argument => argument.Name == "ids").Select(argument => argument.Value ?? "").ToArray();
        if (ids.Length > LargestRequest)
            throw new ApiException("EXCEEDED_ID_LIMIT", $"exceeded max id limit of {LargestRequest}");
        var records = org.Reader.Retrieve(type, fields, ids);
        // Only the use of a single record is noted (SOAP API guide, MruHeader).
        if (records is [{ } only])
            RecentUse.Note(org, call, [only.Id]);
        foreach (var record in records)
            Write(org, call, record);

        string Text(string name) => arguments.FirstOrDefault(argument => argument.Name == name).Value ?? "";
    }

    private static void Write(EmulatedOrg org, SoapCall call, StoredRecord? record)
    {
        call.Result.Start("result");
        if (record is null)
        {
            call.Result.WriteNilAttribute();
        }
        else
        {
            var isIdAsked = record.Fields.Any(field => field.Name == SystemFields.Id);
            SObjectWriter.WriteStart(call.Result, record.Type.Name, isIdAsked ? record.Id : null);
            for (var index = 0; index < record.Fields.Count; index++)
                FieldWriter.Write(call.Result, record.Fields[index].Name, ValueOf(org, record, index));
        }

        call.Result.WriteEndElement();
    }

    private static object? ValueOf(EmulatedOrg org, StoredRecord record, int index) =>
        record.Fields[index].Type == FieldType.Base64 && record.Values[index] is not null
            ? new BlobReader(org).Read(record.Id, record.Fields[index].Name)
            : record.Values[index];
}
