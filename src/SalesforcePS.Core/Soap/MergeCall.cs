using System.Xml;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Merging;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary><c>merge()</c> of the partner API.</summary>
internal sealed class MergeCall(SalesforceConnection connection, WriteOptions options)
{
    public Task<IReadOnlyList<RecordAnswer>> SendAsync(IReadOnlyList<EncodedMerge> merges, CancellationToken cancellation) =>
        new SoapCall(RequestSafety.Once, writer => RecordHeaders.Write(writer, options), writer => WriteBody(writer, merges)).SendAsync(
            connection.Transport, connection.SoapAddress, authenticated: true, connection.Usage, RecordAnswerReader.Read, cancellation);

    private static void WriteBody(XmlWriter writer, IReadOnlyList<EncodedMerge> merges)
    {
        writer.WriteStartElement("merge", SoapNames.Partner);
        foreach (var merge in merges)
        {
            writer.WriteStartElement("request", SoapNames.Partner);
            SObjectElement.Write(writer, "masterRecord", merge.Master);
            foreach (var id in merge.Input.DuplicateIds)
                writer.WriteElementString("recordToMergeIds", SoapNames.Partner, id);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }
}
