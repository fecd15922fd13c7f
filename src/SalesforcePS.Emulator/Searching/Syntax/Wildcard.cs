namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>Wildcards of a search text: characters for private use, which no text to be searched has.</summary>
internal static class Wildcard
{
    /// <summary>Any number of characters: an asterisk that was not escaped.</summary>
    public const char Any = '\ue000';

    /// <summary>One character: a question mark that was not escaped.</summary>
    public const char One = '\ue001';

    public static bool Is(char character) => character is Any or One;
}
