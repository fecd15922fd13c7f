using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The metadata files of a folder: those of its package directories where it is a Salesforce DX project.</summary>
internal sealed class SourceFiles
{
    public const string Remedy = "Leave it out, with a line in .forceignore or .emulatorignore if other tools need it";

    private const string ProjectFile = "sfdx-project.json";
    private const string MetadataSuffix = "-meta.xml";

    private static readonly string[] IgnoreFiles = [".forceignore", ".emulatorignore"];
    private static readonly HashSet<string> SkippedFolders = new(StringComparer.OrdinalIgnoreCase) { "node_modules", ".git", ".sf", ".sfdx" };

    private static readonly Dictionary<string, string> FolderOf = new(StringComparer.Ordinal)
    {
        ["object"] = "objects",
        ["globalValueSet"] = "globalValueSets",
        ["standardValueSet"] = "standardValueSets",
        ["duplicateRule"] = "duplicateRules",
        ["matchingRule"] = "matchingRules",
        ["approvalProcess"] = "approvalProcesses",
        ["workflow"] = "workflows",
        ["md"] = "customMetadata",
        ["LeadConvertSetting"] = "LeadConvertSettings",
        ["labels"] = "labels",
        ["layout"] = "layouts",
        ["profile"] = "profiles",
    };

    private readonly string root;
    private readonly IgnoreRules ignored;

    public SourceFiles(string root)
    {
        this.root = Path.GetFullPath(root);
        ignored = new IgnoreRules(IgnoreFiles.Select(name => Path.Combine(root, name)).Where(File.Exists).SelectMany(File.ReadAllLines));
    }

    /// <summary>Paths relative to the folder, with slashes, in the order in which a deployment takes them.</summary>
    public IReadOnlyList<string> Paths() => [.. PackageDirectories()
        .SelectMany(Walk)
        .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
        .Where(path => !ignored.Match(path))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The kind of metadata: <c>field</c> of <c>X.field-meta.xml</c>. The older form, without the suffix, is known by the
    /// folder too, since other files end with <c>.md</c> and the like.
    /// </summary>
    public static string? KindOf(string path)
    {
        var isSource = path.EndsWith(MetadataSuffix, StringComparison.Ordinal);
        var kind = Path.GetExtension(isSource ? path[..^MetadataSuffix.Length] : path).TrimStart('.');
        return isSource || (path.Split('/') is [.., var folder, _] && FolderOf.GetValueOrDefault(kind) == folder) ? kind : null;
    }

    /// <summary>The name of the component, as the file bears it.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        if (name.EndsWith(MetadataSuffix, StringComparison.Ordinal))
            name = name[..^MetadataSuffix.Length];
        return Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(name));
    }

    public SourceElement Read(string path)
    {
        try
        {
            return new SourceElement(XDocument.Load(Path.Combine(root, path)).Root!, path);
        }
        catch (XmlException exception)
        {
            throw new SchemaException($"{path}: it is not XML (line {exception.LineNumber}). Correct the syntax there.");
        }
    }

    private string[] PackageDirectories()
    {
        var project = Path.Combine(root, ProjectFile);
        if (!File.Exists(project))
            return [root];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(project), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            string[] directories = [.. json.RootElement.GetProperty("packageDirectories").EnumerateArray()
                .Select(directory => Path.Combine(root, directory.GetProperty("path").GetString()!))];
            return Array.Find(directories, directory => !Directory.Exists(directory)) is { } missing
                ? throw new SchemaException($"{ProjectFile}: there is no package directory '{missing}'. Correct packageDirectories.")
                : directories;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new SchemaException($"{ProjectFile}: it has no list of packageDirectories with a path each. Correct it.");
        }
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (SkippedFolders.Contains(Path.GetFileName(inner)))
                continue;
            foreach (var file in Walk(inner))
                yield return file;
        }
    }
}
