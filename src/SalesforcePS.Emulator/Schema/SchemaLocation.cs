namespace SalesforcePS.Emulator.Schema;

/// <summary>A place in a schema file or users file, for messages that say where the mistake is and what to do.</summary>
internal sealed record SchemaLocation(string File, string? ObjectName = null, string? FieldName = null)
{
    public string Kind { get; init; } = "Schema file";

    public SchemaException Mistake(string problem, string remedy) => new($"{this}: {problem}. {remedy}.");

    public override string ToString()
    {
        var place = $"{Kind} {File}";
        if (ObjectName is not null)
            place += $", object {ObjectName}";
        return FieldName is null ? place : $"{place}, field {FieldName}";
    }
}
