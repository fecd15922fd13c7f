using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Schema;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

/// <summary>A folder of Salesforce DX source: the one that lies beside this file, or one of a test's own.</summary>
internal sealed class SourceProject : IDisposable
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Schema", "Source", "Project");

    private readonly string folder = Directory.CreateTempSubdirectory("source").FullName;

    public string FolderPath => folder;

    public static Task<EmulatorServer> StartAsync(TimeProvider? clock = null, string database = ":memory:") =>
        EmulatorServer.StartAsync(new EmulatorOptions { Schema = Folder, BulkDelay = 0, Database = database }, clock);

    public SourceProject With(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>A metadata file with these children of its root.</summary>
    public SourceProject With(string path, string root, string children) =>
        With(path, $"""<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="http://soap.sforce.com/2006/04/metadata">{children}</{root}>""");

    public SourceProject WithField(string owner, string name, string children) =>
        With($"objects/{owner}/fields/{name}.field-meta.xml", "CustomField", $"<fullName>{name}</fullName><label>{name}</label>{children}");

    public SourceProject WithObject(string name) => With(
        $"objects/{name}/{name}.object-meta.xml",
        "CustomObject",
        $"<label>{name}</label><pluralLabel>{name}</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>");

    public OrgSchema Load() => SchemaReader.Load(folder, new KeyPrefixes());

    /// <summary>What is said of each file, without the line above.</summary>
    public string[] Problems() => Assert.Throws<SchemaException>(Load).Message.Split('\n')[1..];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
