namespace SalesforcePS.Core.Errors;

/// <summary>One finding about one record: Salesforce's status code, its message, and the fields it names.</summary>
public sealed record RecordError(string StatusCode, string Message, IReadOnlyList<string> Fields)
{
    public override string ToString() =>
        Fields.Count == 0 ? $"{StatusCode}: {Message}" : $"{StatusCode}: {Message} [{string.Join(", ", Fields)}]";
}
