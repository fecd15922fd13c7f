using System.Xml;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary><c>create</c>, <c>update</c>, <c>upsert</c>, <c>delete</c> and <c>undelete</c> of the partner API.</summary>
internal sealed class SoapRecordCall(SalesforceConnection connection, WriteOptions options) : IRecordCall
{
    private readonly AttemptHistory attempts = new();

    public bool HasLostAnswer => attempts.LostAnswer is not null;

    public Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation)
    {
        var call = new SoapCall(options.Safety, writer => RecordHeaders.Write(writer, options), writer => WriteBody(writer, records)) { Attempts = attempts };
        return call.SendAsync(
            connection.Transport, connection.SoapAddress, authenticated: true, connection.Usage, RecordAnswerReader.Read, cancellation);
    }

    private void WriteBody(XmlWriter writer, IReadOnlyList<EncodedRecord> records)
    {
        writer.WriteStartElement(options.Operation switch
        {
            RecordOperation.Insert => "create",
            RecordOperation.Update => "update",
            RecordOperation.Upsert => "upsert",
            RecordOperation.Undelete => "undelete",
            _ => "delete",
        }, SoapNames.Partner);
        if (options.Operation == RecordOperation.Upsert)
            writer.WriteElementString("externalIDFieldName", SoapNames.Partner, options.ExternalIdField ?? "Id");
        foreach (var record in records)
        {
            if (options.IsOfIdsAlone)
                writer.WriteElementString("ids", SoapNames.Partner, record.Id);
            else
                SObjectElement.Write(writer, "sObjects", record);
        }
        writer.WriteEndElement();
    }
}
