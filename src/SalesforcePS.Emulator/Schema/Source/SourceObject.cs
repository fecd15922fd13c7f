namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>What the files say of one object. A component that stands in several package directories counts as the last one has it.</summary>
internal sealed class SourceObject(string name)
{
    private const string Field = "field";
    private const string ValidationRule = "validationRule";
    private const string RecordType = "recordType";
    private const string ListView = "listView";
    private const string CompactLayout = "compactLayout";
    private const string WebLink = "webLink";

    /// <summary>The kinds of parts by the name that they have in the older form, where all are in the file of the object.</summary>
    private static readonly Dictionary<string, string> KindOfElement = new(StringComparer.Ordinal)
    {
        ["fields"] = Field,
        ["validationRules"] = ValidationRule,
        ["recordTypes"] = RecordType,
        ["listViews"] = ListView,
        ["compactLayouts"] = CompactLayout,
        ["webLinks"] = WebLink,
    };

    private readonly Dictionary<string, Dictionary<string, SourceComponent>> components =
        KindOfElement.Values.ToDictionary(kind => kind, _ => new Dictionary<string, SourceComponent>(StringComparer.OrdinalIgnoreCase));

    public string Name => name;

    public SourceElement? Definition { get; private set; }

    /// <summary>A file to point to where the object itself is wrong.</summary>
    public string File => Definition?.File ?? SchemaParts.First().Element.File;

    public IEnumerable<SourceComponent> Fields => components[Field].Values;

    public IEnumerable<SourceComponent> ValidationRules => components[ValidationRule].Values;

    public IEnumerable<SourceComponent> RecordTypes => components[RecordType].Values;

    /// <summary>The parts that are schema; the others are about pages, and nothing where there is no such object.</summary>
    public IEnumerable<SourceComponent> SchemaParts => Fields.Concat(ValidationRules).Concat(RecordTypes);

    public IEnumerable<SourceComponent> ListViews => components[ListView].Values;

    public IEnumerable<SourceComponent> CompactLayouts => components[CompactLayout].Values;

    public IEnumerable<SourceComponent> WebLinks => components[WebLink].Values;

    public static bool HasKind(string? kind) => kind is not null && KindOfElement.ContainsValue(kind);

    /// <summary>The file of the object, which in the older form has all its parts in it.</summary>
    public void Define(SourceElement definition)
    {
        Definition = definition;
        foreach (var (elementName, kind) in KindOfElement)
        {
            foreach (var part in definition.Children(elementName))
                Add(kind, part.RequiredText("fullName"), part);
        }
    }

    public void Add(string kind, string componentName, SourceElement element) =>
        components[kind][componentName] = new SourceComponent(componentName, element);
}
