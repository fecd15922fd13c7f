namespace SalesforcePS.Emulator.Rest.Searching;

/// <summary>One object of a search with parameters; each member is as the client wrote it.</summary>
internal sealed record SearchedObject(string Name)
{
    public string? Fields { get; init; }

    public string? Where { get; init; }

    public string? OrderBy { get; init; }

    public string? Limit { get; init; }
}
