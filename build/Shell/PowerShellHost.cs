namespace SalesforcePS.Build.Shell;

/// <summary>A PowerShell 7.4 or later, and how it is started.</summary>
internal sealed record PowerShellHost(string File, IReadOnlyList<string> Prefix)
{
    private static readonly Version Oldest = new(7, 4);

    /// <summary>Null where there is none; the one line that says so has then been written.</summary>
    public static async Task<PowerShellHost?> FindAsync(Repository repository)
    {
        var installed = new PowerShellHost("pwsh", []);
        if (await installed.IsUsableAsync(repository))
            return installed;

        // A tool from a package source that is out of reach must not hold up those who do without.
        var restore = await Command.Dotnet(repository.Root, "tool", "restore").CaptureAsync(TimeSpan.FromMinutes(1));
        var tool = new PowerShellHost(Environment.ProcessPath!, ["tool", "run", "pwsh", "--"]);
        if (restore.Succeeded && await tool.IsUsableAsync(repository))
            return tool;

        Console.WriteLine("No pwsh 7.4 or later on PATH and none by 'dotnet tool restore': going on without PowerShell.");
        return null;
    }

    public Command Script(Repository repository, string script, params string[] arguments) =>
        Start(repository, ["-NoProfile", "-NonInteractive", "-File", script, .. arguments]);

    private Command Start(Repository repository, IEnumerable<string> arguments) =>
        new(File, [.. Prefix, .. arguments], repository.Root)
        {
            Environment = new Dictionary<string, string>
            {
                ["SALESFORCEPS_MODULE"] = repository.StagedManifest,
                ["POWERSHELL_UPDATECHECK"] = "Off",
                ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
            },
        };

    private async Task<bool> IsUsableAsync(Repository repository)
    {
        try
        {
            var answer = await Start(repository, ["--version"]).CaptureAsync(TimeSpan.FromSeconds(30));
            var text = answer.Output.Trim().Split(' ')[^1].Split('-')[0];
            return answer.Succeeded && Version.TryParse(text, out var version) && version >= Oldest;
        }
        catch (BuildException)
        {
            return false;
        }
    }
}
