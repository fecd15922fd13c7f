using System.Xml;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Retrieving;

/// <summary><c>retrieve()</c> of the partner API.</summary>
internal sealed class SoapRetrieveCall(SalesforceConnection connection) : IRetrieveCall
{
    public Task<IReadOnlyList<SalesforceRecord?>> SendAsync(
        ObjectDescription description, IReadOnlyList<FieldDescription> fields, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var reader = new SoapRowReader(connection, description.Name, fields);
        return new SoapCall(RequestSafety.Read, null, writer => Write(writer, description.Name, reader.FieldsToAskFor, ids)).SendAsync(
            connection.Transport, connection.SoapAddress, authenticated: true, connection.Usage, reader.Read, cancellation);
    }

    private static void Write(XmlWriter writer, string objectType, IEnumerable<string> fields, IReadOnlyList<string> ids)
    {
        writer.WriteStartElement("retrieve", SoapNames.Partner);
        writer.WriteElementString("fieldList", SoapNames.Partner, string.Join(',', fields));
        writer.WriteElementString("sObjectType", SoapNames.Partner, objectType);
        foreach (var id in ids)
            writer.WriteElementString("ids", SoapNames.Partner, id);
        writer.WriteEndElement();
    }
}
