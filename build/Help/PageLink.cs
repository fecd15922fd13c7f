namespace SalesforcePS.Build.Help;

internal sealed record PageLink(string Text, string Target)
{
    public string Uri => Target.StartsWith("http", StringComparison.Ordinal) ? Target : "";
}
