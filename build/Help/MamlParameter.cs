using System.Xml.Linq;
using static SalesforcePS.Build.Help.Maml;

namespace SalesforcePS.Build.Help;

internal static class MamlParameter
{
    public static XElement SyntaxItem(CmdletFacts cmdlet, string set) => new(
        Cmd + "syntaxItem",
        new XElement(Text + "name", cmdlet.Name),
        cmdlet.ParametersOf(set).Select(pair => new XElement(
            Cmd + "parameter",
            Attributes(pair.Parameter, pair.Use),
            new XElement(Text + "name", pair.Parameter.Name),
            Values(pair.Parameter),
            pair.Parameter.IsSwitch ? null : Value(pair.Parameter.Type))));

    public static XElement Full(ParameterFacts parameter, CmdletPage page)
    {
        var prose = ShouldProcessText.Covers(parameter.Name)
            ? ShouldProcessText.Of(parameter.Name)
            : page.Parameters.GetValueOrDefault(parameter.Name) ?? new PageParameter([], "None");
        var accepted = parameter.AcceptedValues.Count == 0 ? [] : new[] { $"Accepted values: {string.Join(", ", parameter.AcceptedValues)}" };
        return new XElement(
            Cmd + "parameter",
            Attributes(parameter, parameter.Overall),
            new XElement(Text + "name", parameter.Name),
            Description(prose.Text.Concat(accepted)),
            Values(parameter),
            Value(parameter.Type),
            new XElement(Dev + "type", new XElement(Text + "name", parameter.Type)),
            new XElement(Dev + "defaultValue", parameter.IsSwitch && prose.Default == "None" ? "False" : prose.Default));
    }

    private static XAttribute[] Attributes(ParameterFacts parameter, ParameterUse use) =>
    [
        new("required", use.Mandatory),
        new("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new("globbing", parameter.Wildcards),
        new("pipelineInput", use.PipelineInput),
        new("position", use.PositionText),
        new("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
    ];

    private static XElement Value(string type) =>
        new(Cmd + "parameterValue", new XAttribute("required", true), new XAttribute("variableLength", false), type);

    private static XElement? Values(ParameterFacts parameter) => parameter.AcceptedValues.Count == 0
        ? null
        : new XElement(
            Cmd + "parameterValueGroup",
            parameter.AcceptedValues.Select(value => new XElement(
                Cmd + "parameterValue", new XAttribute("required", false), new XAttribute("variableLength", false), value)));
}
