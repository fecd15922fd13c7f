namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The jobInfo that a client sends: to create a job, or with a state alone to change one.</summary>
internal sealed record JobRequest(IReadOnlyDictionary<string, string> Members)
{
    public static readonly string[] ConcurrencyModes = ["Parallel", "Serial"];

    public string? this[string name] => Members.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public string Required(string name) => this[name] ?? throw AsyncErrors.MissingMember(name);

    /// <summary>One of the values, which are case-sensitive.</summary>
    public string? OneOf(string name, params string[] values)
    {
        var value = this[name];
        return value is null || values.Contains(value) ? value : throw AsyncErrors.UnknownValue(name, value);
    }
}
