using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap.Operations;

/// <summary>The duplicateResult of a DuplicateError.</summary>
internal static class DuplicateWriter
{
    public static void Write(XmlWriter writer, DuplicateFinding finding, string message)
    {
        writer.Start("duplicateResult");
        writer.Boolean("allowSave", finding.AllowSave);
        writer.Text("duplicateRule", finding.Rule);
        writer.Text("duplicateRuleEntityType", finding.TypeName);
        writer.Text("errorMessage", message);
        writer.Start("matchResults");
        writer.Text("entityType", finding.TypeName);
        writer.Text("matchEngine", DuplicateFinding.MatchEngine);
        foreach (var match in finding.Matches)
            WriteMatch(writer, match);
        writer.Text("rule", finding.Rule);
        writer.Number("size", finding.Matches.Count);
        writer.Boolean("success", true);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteMatch(XmlWriter writer, StoredRecord match)
    {
        writer.Start("matchRecords");
        writer.Text("matchConfidence", SoapText.Of(DuplicateFinding.MatchConfidence));
        writer.Start("record");
        SObjectWriter.WriteStart(writer, match.Type.Name, match.Id);
        for (var index = 0; index < match.Fields.Count; index++)
            FieldWriter.Write(writer, match.Fields[index].Name, match.Values[index]);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
