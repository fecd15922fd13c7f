namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>What all parts of one statement share: its parameters, its functions and the numbers of its table aliases.</summary>
internal sealed class SqlScope(bool includeDeleted)
{
    private readonly List<object> parameters = [];
    private readonly List<SqlFunction> functions = [];
    private int aliases;

    public bool IncludeDeleted => includeDeleted;

    public string NewAlias() => $"t{aliases++}";

    public string Parameter(object value)
    {
        parameters.Add(value);
        return $"@p{parameters.Count - 1}";
    }

    public string Call(SqlFunction function, params IEnumerable<string> arguments)
    {
        if (!functions.Exists(known => known.Name == function.Name))
            functions.Add(function);
        return $"{function.Name}({string.Join(", ", arguments)})";
    }

    public SqlStatement Statement(string text) => new(text, parameters, functions);
}
