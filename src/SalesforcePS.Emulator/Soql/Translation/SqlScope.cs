namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>What all parts of one statement share: its parameters and the numbers of its table aliases.</summary>
internal sealed class SqlScope(bool includeDeleted)
{
    private readonly List<object> parameters = [];
    private int aliases;

    public bool IncludeDeleted => includeDeleted;

    public IReadOnlyList<object> Parameters => parameters;

    public string NewAlias() => $"t{aliases++}";

    public string Parameter(object value)
    {
        parameters.Add(value);
        return $"@p{parameters.Count - 1}";
    }
}
