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
            WriteErrors(writer, result.Errors);
            writer.TextOrNil("id", result.Id);
            writer.Boolean("success", result.Success);
            writer.WriteEndElement();
        }
    }

    public static void WriteErrors(XmlWriter writer, IReadOnlyList<RecordError> errors)
    {
        foreach (var error in errors)
            WriteError(writer, error);
    }

    private static void WriteError(XmlWriter writer, RecordError error)
    {
        writer.Start("errors");
        if (error.Duplicates is not null)
            writer.WriteTypeAttribute("DuplicateError");
        foreach (var field in error.Fields)
            writer.Text("fields", field);
        writer.Text("message", error.Message);
        writer.Text("statusCode", error.StatusCode);
        if (error.Duplicates is { } finding)
            DuplicateWriter.Write(writer, finding, error.Message);
        writer.WriteEndElement();
    }
}
