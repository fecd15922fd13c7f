using System.Buffers;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Reads Bulk's one-line errors: <c>CODE:message:Field,Field --</c> for a row, <c>InvalidBatch : message</c> for a job.</summary>
internal static class BulkErrorText
{
    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private const string FieldNotFound = "Field name not found : ";

    public static RecordException Parse(string text)
    {
        var codeEnd = text.IndexOf(':', StringComparison.Ordinal);
        if (codeEnd <= 0 || !text.AsSpan(0, codeEnd).ContainsOnlyCodeCharacters())
            return RecordException.From("UNKNOWN_EXCEPTION", text);
        var rest = text[(codeEnd + 1)..];
        // The fields stand behind the last colon and end in " --"; without fields there is only "--".
        var fieldsStart = rest.EndsWith("--", StringComparison.Ordinal) ? rest.LastIndexOf(':') : -1;
        if (fieldsStart < 0)
            return RecordException.From(text[..codeEnd], rest.Trim());
        var fields = rest[(fieldsStart + 1)..^2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return RecordException.From(text[..codeEnd], rest[..fieldsStart].Trim(), fields);
    }

    /// <param name="unit">What failed as a whole: <c>job</c> or <c>batch</c>.</param>
    public static RecordException ParseJob(string text, IReadOnlyList<string> columns, string unit = "job")
    {
        var message = text.Length > 0 ? text : $"The {unit} failed, and the org does not say why.";
        var colon = message.IndexOf(" : ", StringComparison.Ordinal);
        var code = colon > 0 ? message[..colon] : "JOB_FAILED";
        var at = message.IndexOf(FieldNotFound, StringComparison.Ordinal);
        var name = at < 0 ? null : message[(at + FieldNotFound.Length)..].Trim();
        var column = columns.FirstOrDefault(candidate => name is not null && candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        return column is null
            ? RecordException.From(code, message)
            : RecordException.From(code, $"{message}. The column '{column}' is wrong, and so no record of the {unit} was written.", column);
    }

    private static bool ContainsOnlyCodeCharacters(this ReadOnlySpan<char> code) =>
        !code.ContainsAnyExcept(CodeCharacters);
}
