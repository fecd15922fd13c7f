using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap.Operations;

/// <summary>SaveResult, UpsertResult, DeleteResult and UndeleteResult; the schema fixes the order of their members.</summary>
internal static class ResultWriter
{
    public static void Write(XmlWriter writer, IReadOnlyList<SaveResult> results, bool withCreated = false)
    {
        foreach (var result in results)
        {
            writer.Start("result");
            if (withCreated)
                writer.Boolean("created", result.Created);
            foreach (var error in result.Errors)
                WriteError(writer, error);
            writer.TextOrNil("id", result.Id);
            writer.Boolean("success", result.Success);
            writer.WriteEndElement();
        }
    }

    private static void WriteError(XmlWriter writer, RecordError error)
    {
        writer.Start("errors");
        foreach (var field in error.Fields)
            writer.Text("fields", field);
        writer.Text("message", error.Message);
        writer.Text("statusCode", error.StatusCode);
        writer.WriteEndElement();
    }
}
