using System.Globalization;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soap.Operations;

/// <summary>getUpdated and getDeleted.</summary>
internal sealed class ReplicationOperations(EmulatedOrg org)
{
    public void GetUpdated(SoapCall call)
    {
        var (type, start, end) = Read(call);
        var updated = org.Replication.Updated(type, start, end);
        call.Result.Start("result");
        foreach (var id in updated.Ids)
            call.Result.Text("ids", id);
        call.Result.Text("latestDateCovered", SoapText.DateTime(updated.LatestDateCovered));
        call.Result.WriteEndElement();
    }

    public void GetDeleted(SoapCall call)
    {
        var (type, start, end) = Read(call);
        var deleted = org.Replication.Deleted(type, start, end);
        call.Result.Start("result");
        foreach (var record in deleted.Records)
        {
            call.Result.Start("deletedRecords");
            call.Result.Text("deletedDate", SoapText.DateTime(record.DeletedDate));
            call.Result.Text("id", record.Id);
            call.Result.WriteEndElement();
        }

        call.Result.Text("earliestDateAvailable", SoapText.DateTime(deleted.EarliestDateAvailable));
        call.Result.Text("latestDateCovered", SoapText.DateTime(deleted.LatestDateCovered));
        call.Result.WriteEndElement();
    }

    private (SObjectType Type, DateTimeOffset Start, DateTimeOffset End) Read(SoapCall call)
    {
        var arguments = call.ReadTexts().ToLookup(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
        var name = Text("sObjectType");
        return (call.User.Access.SchemaOf(org.Schema).Find(name) ?? throw SchemaErrors.UnknownType(name), Moment("startDate"), Moment("endDate"));

        string Text(string argument) => arguments[argument].FirstOrDefault() ?? "";

        DateTimeOffset Moment(string argument) =>
            DateTimeOffset.TryParse(Text(argument), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : throw SoapInput.Invalid(Text(argument), argument);
    }
}
