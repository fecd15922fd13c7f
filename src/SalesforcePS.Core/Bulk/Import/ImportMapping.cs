namespace SalesforcePS.Core.Bulk.Import;

/// <summary>
/// Which column of the file goes into which field. A source in double quotes is a constant; several fields for one source are parted by
/// commas; a source without a field is not sent (Data Loader's rules).
/// </summary>
public sealed class ImportMapping(IEnumerable<KeyValuePair<string, string>> pairs)
{
    /// <summary>Source and field, one pair for each field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } =
    [
        .. from pair in pairs
           from field in pair.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select KeyValuePair.Create(pair.Key.Trim(), field),
    ];

    /// <summary>Reads a Data Loader mapping (<c>.sdl</c>).</summary>
    /// <exception cref="Errors.ImportException">The file cannot be read.</exception>
    public static ImportMapping ReadSdl(string path)
    {
        try
        {
            return new ImportMapping(JavaProperties.Parse(JavaProperties.Decode(File.ReadAllBytes(path))).Select(pair => KeyValuePair.Create(pair.Key, LinkForm(pair.Value))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new Errors.ImportException(Errors.ImportProblem.File, $"The mapping '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Constants are written with their quotes.</summary>
    internal static string? ConstantOf(string source) => source is ['"', .., '"'] ? source[1..^1] : null;

    /// <summary>Data Loader writes a parent as <c>Account:Key__c</c>, or as <c>Lead:Who-Email</c>; Bulk as <c>Account.Key__c</c> and <c>Lead:Who.Email</c>.</summary>
    private static string LinkForm(string fields) => string.Join(',', fields.Split(',').Select(field => field.Trim()).Select(field =>
        field.Contains('.', StringComparison.Ordinal) ? field
        : field.Contains('-', StringComparison.Ordinal) ? field.Replace('-', '.')
        : field.Replace(':', '.')));
}
