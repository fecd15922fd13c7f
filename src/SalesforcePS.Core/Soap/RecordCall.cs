using System.Xml;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary><c>create</c>, <c>update</c>, <c>upsert</c> and <c>delete</c> of the partner API: up to 200 records, answered in order.</summary>
internal sealed class RecordCall(SalesforceConnection connection, WriteOptions options)
{
    private int attempts;

    /// <exception cref="SalesforceException">The whole call was refused; nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost and the call may not be repeated.</exception>
    public async Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedRecord> records, CancellationToken cancellation)
    {
        var call = new SoapCall(Safety, writer => RecordHeaders.Write(writer, options), writer => WriteBody(writer, records));
        var answers = await call.SendAsync(
            connection.Transport, connection.SoapAddress, authenticated: true, connection.Usage, RecordAnswerReader.Read, cancellation).ConfigureAwait(false);
        return answers.Count == records.Count
            ? answers
            : throw new OutcomeUnknownException($"Salesforce answered {answers.Count} results for {records.Count} records.");
    }

    /// <summary>True when an answer may have been lost and the call was made again.</summary>
    public bool WasRepeated => attempts > 1;

    private RequestSafety Safety => options.Operation == RecordOperation.Insert || (options.Operation == RecordOperation.Upsert && options.IsKeyedById)
        ? RequestSafety.Once
        : RequestSafety.Idempotent;

    private void WriteBody(XmlWriter writer, IReadOnlyList<EncodedRecord> records)
    {
        attempts++;
        writer.WriteStartElement(options.Operation switch
        {
            RecordOperation.Insert => "create",
            RecordOperation.Update => "update",
            RecordOperation.Upsert => "upsert",
            _ => "delete",
        }, SoapNames.Partner);
        if (options.Operation == RecordOperation.Upsert)
            writer.WriteElementString("externalIDFieldName", SoapNames.Partner, options.ExternalIdField ?? "Id");
        foreach (var record in records)
        {
            if (options.Operation == RecordOperation.Delete)
                writer.WriteElementString("ids", SoapNames.Partner, record.Id);
            else
                SObjectElement.Write(writer, record);
        }
        writer.WriteEndElement();
    }
}
