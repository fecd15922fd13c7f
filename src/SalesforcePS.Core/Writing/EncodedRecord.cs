namespace SalesforcePS.Core.Writing;

/// <summary>A record as the wire has it.</summary>
/// <param name="FieldsToNull">The fields to clear.</param>
internal sealed record EncodedRecord(
    InputRecord Record, string ObjectType, string? Id, IReadOnlyList<EncodedField> Fields, IReadOnlyList<string> FieldsToNull)
{
    public string? TextOf(string field) =>
        Fields.FirstOrDefault(candidate => candidate.Link is null && candidate.Name.Equals(field, StringComparison.OrdinalIgnoreCase))?.Text;
}
