namespace SalesforcePS.Build.Help;

/// <summary>The pages in docs/cmdlets beside the cmdlets that the assembly has, and the help file made of both.</summary>
internal sealed class HelpPages(Repository repository, IReadOnlyList<CmdletFacts> cmdlets)
{
    private readonly string helpFile = repository.At("en-US", "SalesforcePS.dll-Help.xml");
    private readonly string folder = repository.At("docs", "cmdlets");

    public void Write()
    {
        Directory.CreateDirectory(folder);
        foreach (var cmdlet in cmdlets)
        {
            var path = PathOf(cmdlet.Name);
            var text = File.Exists(path) ? Read(path) : PageSkeleton.Of(cmdlet);
            WriteIfChanged(path, SyntaxText.Renew(text, cmdlet));
        }

        WriteIfChanged(helpFile, Maml());
    }

    /// <summary>One line for each thing that is missing or stale.</summary>
    public IEnumerable<string> Check()
    {
        foreach (var cmdlet in cmdlets)
        {
            var path = PathOf(cmdlet.Name);
            if (!File.Exists(path))
            {
                yield return $"{cmdlet.Name} has no page; the build task starts docs/cmdlets/{cmdlet.Name}.md.";
                continue;
            }

            var text = Read(path);
            foreach (var gap in PageGaps.Of(PageReader.Read(text), cmdlet))
                yield return $"docs/cmdlets/{cmdlet.Name}.md {gap}";
            if (SyntaxText.Renew(text, cmdlet) != text)
                yield return $"docs/cmdlets/{cmdlet.Name}.md shows an old syntax; run the build task.";
        }

        foreach (var orphan in Pages().Except(cmdlets.Select(cmdlet => cmdlet.Name)))
            yield return $"docs/cmdlets/{orphan}.md is about a cmdlet that the module does not have; delete or rename it.";
        if (!File.Exists(helpFile) || Read(helpFile) != Maml())
            yield return $"en-US/{Path.GetFileName(helpFile)} is stale; run the build task and commit it.";
    }

    private string Maml() => MamlDocument.Write(
        cmdlets.Where(cmdlet => File.Exists(PathOf(cmdlet.Name)))
            .Select(cmdlet => (cmdlet, PageReader.Read(Read(PathOf(cmdlet.Name))))));

    private IEnumerable<string> Pages() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!) : [];

    private string PathOf(string cmdlet) => Path.Combine(folder, cmdlet + ".md");

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static void WriteIfChanged(string path, string text)
    {
        if (File.Exists(path) && Read(path) == text)
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Console.WriteLine($"Renewed {path}");
    }
}
