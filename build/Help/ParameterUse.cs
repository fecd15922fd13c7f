namespace SalesforcePS.Build.Help;

/// <summary>How a parameter is declared in one parameter set; a position below zero means that it is named.</summary>
internal sealed record ParameterUse(string Set, bool Mandatory, int Position, bool ByValue, bool ByPropertyName)
{
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    public string PositionText => Position < 0 ? "named" : Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
