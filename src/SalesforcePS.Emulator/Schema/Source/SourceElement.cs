using System.Globalization;
using System.Xml.Linq;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>An element of a metadata file, whose children are read by name.</summary>
internal sealed class SourceElement(XElement element, string file)
{
    /// <summary>Relative to the folder, with slashes.</summary>
    public string File => file;

    public string? Text(string name) => Find(name) is { } child && child.Value.Trim() is { Length: > 0 } text ? text : null;

    public string RequiredText(string name) => Text(name) ?? throw Missing(name);

    public bool Has(string name) => Find(name) is not null;

    public bool Flag(string name) => Text(name)?.ToUpperInvariant() switch
    {
        null or "FALSE" or "0" => false,
        "TRUE" or "1" => true,
        var other => throw Mistake($"the element <{name}> is '{other}'", "It must be true or false"),
    };

    public int? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Mistake($"the element <{name}> is '{text}'", "It must be a whole number");
    }

    public int Within(string name, int minimum, int maximum, int absent)
    {
        var number = Number(name) ?? absent;
        return number >= minimum && number <= maximum
            ? number
            : throw Mistake($"the element <{name}> is {number}", $"It must be from {minimum} to {maximum}");
    }

    /// <summary>One of the names of an enumeration, whatever the case; null where there is none.</summary>
    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        return char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw Mistake($"the emulator does not support the {name} '{text}' here", SourceFiles.Remedy);
    }

    /// <summary>An element that must be there, with one of the names of an enumeration.</summary>
    public T RequiredOneOf<T>(string name)
        where T : struct, Enum => OneOf<T>(name) ?? throw Missing(name);

    public IReadOnlyList<string> Texts(string name) => [.. All(name).Select(child => child.Value.Trim())];

    public IReadOnlyList<SourceElement> Children(string name) => [.. All(name).Select(child => new SourceElement(child, file))];

    public SourceElement? Child(string name) => Find(name) is { } child ? new SourceElement(child, file) : null;

    /// <summary>Refuses elements that are neither read nor known to change nothing that the emulator shows.</summary>
    public void AllowOnly(IReadOnlySet<string> known)
    {
        string[] others = [.. element.Elements().Select(child => child.Name.LocalName).Where(name => !known.Contains(name)).Distinct()];
        if (others.Length > 0)
            throw Mistake($"the emulator does not support {string.Join(", ", others.Select(name => $"<{name}>"))} here", SourceFiles.Remedy);
    }

    public SchemaException Mistake(string problem, string remedy) => new($"{file}: {problem}. {remedy}.");

    private SchemaException Missing(string name) => Mistake($"the element <{name}> is missing or empty", "Add it");

    private XElement? Find(string name) => All(name).FirstOrDefault();

    private IEnumerable<XElement> All(string name) => element.Elements().Where(child => child.Name.LocalName == name);
}
