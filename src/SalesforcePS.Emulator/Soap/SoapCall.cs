using System.Xml;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Soap;

/// <summary>One operation under way.</summary>
internal sealed record SoapCall(int Version, string BaseUrl, SoapHeaders Headers, XmlReader Arguments, XmlWriter Result, RequestUser User)
{
    /// <summary>Reads arguments that all hold text, several of one name included.</summary>
    public IReadOnlyList<(string Name, string? Value)> ReadTexts()
    {
        var arguments = new List<(string, string?)>();
        foreach (var argument in Arguments.Children())
        {
            var name = argument.LocalName;
            arguments.Add((name, argument.Text()));
        }

        return arguments;
    }

    public string ReadText(string name) =>
        ReadTexts().FirstOrDefault(argument => argument.Name == name).Value ?? "";
}
