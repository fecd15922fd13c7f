using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk;

internal static class ErrorText
{
    /// <summary>As in "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --".</summary>
    public static string Of(IReadOnlyList<RecordError> errors) => string.Concat(errors.Select(error =>
        $"{error.StatusCode}:{error.Message}:{(error.Fields.Count == 0 ? "" : string.Join(", ", error.Fields) + " ")}--"));
}
