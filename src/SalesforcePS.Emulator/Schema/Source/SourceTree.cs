namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>All metadata of a folder that is schema, sorted by what it is. The rest is not looked at.</summary>
internal sealed class SourceTree
{
    private readonly Dictionary<string, SourceObject> objects = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SourceObject> Objects => objects.Values.OrderBy(item => item.Name, StringComparer.Ordinal);

    public Dictionary<string, SourceElement> GlobalValueSets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, SourceElement> StandardValueSets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, SourceElement> DuplicateRules { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By object and name, as in <c>Account.Same_Name</c>.</summary>
    public Dictionary<string, SourceElement> MatchingRules { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By type and name, as in <c>Setting.Default</c>.</summary>
    public Dictionary<string, SourceElement> CustomMetadata { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By object and name, as in <c>Account.Big_Deal</c>.</summary>
    public Dictionary<string, SourceElement> ApprovalProcesses { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By object, the last one first: each package directory has its own. They are read for the actions of approval processes alone.</summary>
    public Dictionary<string, List<SourceElement>> Workflows { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SourceElement? LeadConvertSettings { get; private set; }

    /// <summary>By their full names, as in <c>Account-Account Layout</c>.</summary>
    public Dictionary<string, SourceElement> Layouts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the profile Admin, which is the administrator's.</summary>
    public IReadOnlyList<SourceElement> LayoutAssignments { get; private set; } = [];

    public Dictionary<string, string> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static SourceTree Read(SourceFiles files, SourceProblems problems)
    {
        var tree = new SourceTree();
        foreach (var path in files.Paths())
            problems.Catch(() => tree.Add(files, path));
        return tree;
    }

    private void Add(SourceFiles files, string path)
    {
        var name = SourceFiles.NameOf(path);
        switch (SourceFiles.KindOf(path))
        {
            case "object":
                ObjectOf(name).Define(files.Read(path));
                break;
            case { } kind when SourceObject.HasKind(kind) && FolderOfObject(path) is { } owner:
                ObjectOf(owner).Add(kind, name, files.Read(path));
                break;
            case "globalValueSet":
                GlobalValueSets[name] = files.Read(path);
                break;
            case "standardValueSet":
                StandardValueSets[name] = files.Read(path);
                break;
            case "duplicateRule":
                DuplicateRules[name] = files.Read(path);
                break;
            case "matchingRule":
                foreach (var rule in files.Read(path).Children("matchingRules"))
                    MatchingRules[$"{name}.{rule.RequiredText("fullName")}"] = rule;
                break;
            case "approvalProcess":
                ApprovalProcesses[name] = files.Read(path);
                break;
            case "workflow":
                AddWorkflow(name, files.Read(path));
                break;
            case "layout":
                Layouts[name] = files.Read(path);
                break;
            case "profile" when name == "Admin":
                LayoutAssignments = files.Read(path).Children("layoutAssignments");
                break;
            case "md":
                CustomMetadata[name] = files.Read(path);
                break;
            case "LeadConvertSetting":
                LeadConvertSettings = files.Read(path);
                break;
            case "labels":
                foreach (var label in files.Read(path).Children("labels"))
                    Labels[label.RequiredText("fullName")] = label.Text("value") ?? "";
                break;
        }
    }

    private void AddWorkflow(string objectName, SourceElement workflow)
    {
        if (!Workflows.TryGetValue(objectName, out var workflows))
            Workflows.Add(objectName, workflows = []);
        workflows.Insert(0, workflow);
    }

    private SourceObject ObjectOf(string name)
    {
        if (!objects.TryGetValue(name, out var found))
            objects.Add(name, found = new SourceObject(name));
        return found;
    }

    /// <summary>objects/Account/fields/X.field-meta.xml is of Account.</summary>
    private static string? FolderOfObject(string path) => path.Split('/') is [.., var owner, _, _] ? owner : null;
}
