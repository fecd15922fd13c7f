namespace SalesforcePS.Core.Files;

/// <summary>Gives each download of a run a name of its own in the folder.</summary>
internal sealed class TargetNames(string folder, bool overwrite)
{
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of this very version, so that another run can go on with it; a file that hangs on two records has a second one.</summary>
    public string TakeTemporary(StoredFile file)
    {
        lock (given)
        {
            var number = 0;
            while (!given.Add(TemporaryName(file, number)))
                number++;
            return Path.Combine(folder, TemporaryName(file, number));
        }
    }

    private static string TemporaryName(StoredFile file, int number) =>
        FormattableString.Invariant($".{file.VersionId ?? file.Id}{(number == 0 ? "" : $".{number}")}.part");

    public string Take(StoredFile file)
    {
        var name = SafeFileName.Of(file.Name, file.Id);
        var candidate = name;
        lock (given)
        {
            for (var number = 1; given.Contains(candidate) || (!overwrite && Path.Exists(Path.Combine(folder, candidate))); number++)
                candidate = SafeFileName.Numbered(name, number);
            given.Add(candidate);
        }
        return Path.Combine(folder, candidate);
    }
}
