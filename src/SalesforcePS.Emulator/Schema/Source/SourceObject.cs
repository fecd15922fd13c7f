namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>What the files say of one object. A component that stands in several package directories counts as the last one has it.</summary>
internal sealed class SourceObject(string name)
{
    private readonly Dictionary<string, SourceComponent> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceComponent> validationRules = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SourceComponent> recordTypes = new(StringComparer.OrdinalIgnoreCase);

    public string Name => name;

    public SourceElement? Definition { get; private set; }

    /// <summary>A file to point to where the object itself is wrong.</summary>
    public string File => Definition?.File ?? fields.Values.Concat(validationRules.Values).Concat(recordTypes.Values).First().Element.File;

    public IEnumerable<SourceComponent> Fields => fields.Values;

    public IEnumerable<SourceComponent> ValidationRules => validationRules.Values;

    public IEnumerable<SourceComponent> RecordTypes => recordTypes.Values;

    /// <summary>The file of the object, which in the older form has all its parts in it.</summary>
    public void Define(SourceElement definition)
    {
        Definition = definition;
        foreach (var field in definition.Children("fields"))
            Add("field", field.RequiredText("fullName"), field);
        foreach (var rule in definition.Children("validationRules"))
            Add("validationRule", rule.RequiredText("fullName"), rule);
        foreach (var recordType in definition.Children("recordTypes"))
            Add("recordType", recordType.RequiredText("fullName"), recordType);
    }

    public void Add(string kind, string componentName, SourceElement element)
    {
        var components = kind switch { "field" => fields, "validationRule" => validationRules, _ => recordTypes };
        components[componentName] = new SourceComponent(componentName, element);
    }
}
