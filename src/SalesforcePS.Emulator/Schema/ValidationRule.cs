using SalesforcePS.Emulator.Formulas;

namespace SalesforcePS.Emulator.Schema;

/// <param name="Name">Its API name.</param>
/// <param name="Condition">True where a record is wrong.</param>
/// <param name="Message">What is said then.</param>
/// <param name="DisplayField">The field that the message is shown at; null for the record as a whole.</param>
internal sealed record ValidationRule(string Name, Formula Condition, string Message, string? DisplayField)
{
    /// <summary>The status code of the error.</summary>
    public string StatusCode { get; init; } = Records.StatusCode.FieldCustomValidationException;
}
