namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Where the outcomes go: <c>name.success.csv</c> and <c>name.error.csv</c>, which have another name until they are complete.</summary>
internal sealed record ResultPaths(string Success, string Error)
{
    public static ResultPaths For(ImportOptions options)
    {
        var folder = options.ResultDirectory ?? Path.GetDirectoryName(options.Path)!;
        var name = Path.GetFileNameWithoutExtension(options.Path);
        return new ResultPaths(Path.Combine(folder, $"{name}.success.csv"), Path.Combine(folder, $"{name}.error.csv"));
    }

    public static string Partial(string path) => path + ".partial";

    /// <summary>A file that a new import would overwrite; null where there is none.</summary>
    public string? FindExisting() => new[] { Success, Error, Partial(Success), Partial(Error) }.FirstOrDefault(File.Exists);
}
