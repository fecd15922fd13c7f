using System.Globalization;

namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>The fields of a lead, read once.</summary>
internal sealed class LeadRecord(StoredRecord record)
{
    private readonly Dictionary<string, object?> values = record.Fields.Zip(record.Values).ToDictionary(pair => pair.First.Name, pair => pair.Second, StringComparer.Ordinal);

    public string Id => record.Id;

    public bool IsConverted => values["IsConverted"] is true;

    public string? Text(string field) => values[field] as string;

    /// <summary>What the lead has to say, under the names of the target's fields.</summary>
    public IEnumerable<FieldInput> MappedBy(IEnumerable<(string Lead, string Target)> map) => map
        .Where(pair => values.GetValueOrDefault(pair.Lead) is not (null or false))
        .Select(pair => new FieldInput(pair.Target, Input(values[pair.Lead])));

    /// <summary>The value as a client would send it.</summary>
    private static object? Input(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => value,
    };
}
