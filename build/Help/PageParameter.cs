namespace SalesforcePS.Build.Help;

internal sealed record PageParameter(IReadOnlyList<string> Text, string Default);
