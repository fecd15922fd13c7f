using System.Xml.Linq;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Reads batches of XML or JSON records, and their results.</summary>
internal static class RecordElements
{
    private const string Record = "sObject";

    /// <exception cref="ProtocolException">The document is neither.</exception>
    public static RowTable ReadRows(byte[] body) => ClassicDocument.Read(body, "sObjects", Record, static records =>
    {
        List<IReadOnlyList<KeyValuePair<string, string?>>> rows = [.. records.Elements().Where(IsRecord).Select(record => Cells(record, "").ToList())];
        return new RowTable([.. rows.SelectMany(row => row).Select(cell => cell.Key).Distinct()], rows);
    });

    /// <exception cref="ProtocolException">The document is neither.</exception>
    public static IReadOnlyList<ClassicResult> ReadResults(byte[] body) =>
        ClassicDocument.Read(body, "results", "result", static results => results.Elements().Select(Result).ToList());

    /// <summary>A parent that is named by its external id is a cell under its path, as in CSV: <c>Account.Key__c</c>.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Cells(XElement record, string path) => record.Elements().SelectMany(member =>
        member.Name.LocalName is "type" or "attributes" ? []
        : IsRecord(member) ? Cells(member, path)
        : member.HasElements ? Cells(member, $"{path}{member.Name.LocalName}.")
        : [new KeyValuePair<string, string?>(path + member.Name.LocalName, member.Value.Length > 0 ? member.Value : null)]);

    /// <summary>Clients put records into namespaces of several kinds.</summary>
    private static bool IsRecord(XElement element) => element.Name.LocalName == Record;

    private static ClassicResult Result(XElement result) => new(
        Text(result, "id"),
        Text(result, "created") == "true",
        Text(result, "success") == "true" ? null : RecordException.From([.. result.Elements(ClassicDocument.Bulk + "errors").Select(Error)]));

    private static RecordError Error(XElement error) =>
        new(Text(error, "statusCode") ?? "UNKNOWN_EXCEPTION", Text(error, "message") ?? "", [.. error.Elements(ClassicDocument.Bulk + "fields").Select(field => field.Value)]);

    private static string? Text(XElement parent, string name) => parent.Element(ClassicDocument.Bulk + name) is { Value.Length: > 0 } element ? element.Value : null;
}
