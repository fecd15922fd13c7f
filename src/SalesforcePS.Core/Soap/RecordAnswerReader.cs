using System.Xml;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Soap;

/// <summary>Reads the results of a write, one per record, in the order of the request.</summary>
internal static class RecordAnswerReader
{
    public static IReadOnlyList<RecordAnswer> Read(XmlReader reader)
    {
        var answers = new List<RecordAnswer>();
        reader.MoveToContent();
        if (reader.IsEmptyElement)
            return answers;
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
            answers.Add(ReadAnswer(reader));
        return answers;
    }

    private static RecordAnswer ReadAnswer(XmlReader reader)
    {
        string? id = null;
        bool success = false, created = false;
        var errors = new List<RecordError>();
        List<string> merged = [], related = [];
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
        {
            switch (reader.LocalName)
            {
                case "id": id = reader.ReadText(); break;
                case "success": success = reader.ReadElementContentAsBoolean(); break;
                case "created": created = reader.ReadElementContentAsBoolean(); break;
                case "errors": errors.Add(ReadError(reader)); break;
                case "mergedRecordIds": merged.Add(reader.ReadText() ?? ""); break;
                case "updatedRelatedIds": related.Add(reader.ReadText() ?? ""); break;
                default: reader.Skip(); break;
            }
        }
        reader.ReadEndElement();
        return new RecordAnswer(id, success, created, errors) { MergedIds = merged, UpdatedRelatedIds = related };
    }

    private static RecordError ReadError(XmlReader reader)
    {
        string statusCode = "UNKNOWN_EXCEPTION", message = "";
        var fields = new List<string>();
        reader.ReadStartElement();
        while (reader.NodeType == XmlNodeType.Element)
        {
            switch (reader.LocalName)
            {
                case "fields": fields.Add(reader.ReadText() ?? ""); break;
                case "message": message = reader.ReadText() ?? ""; break;
                case "statusCode": statusCode = reader.ReadText() ?? statusCode; break;
                default: reader.Skip(); break;
            }
        }
        reader.ReadEndElement();
        return new RecordError(statusCode, message, fields);
    }
}
