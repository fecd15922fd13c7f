namespace SalesforcePS.Build.Help;

/// <summary>A heading of the third level and the paragraphs under it; the code is its first code block.</summary>
internal sealed record PageEntry(string Title, string Code, IReadOnlyList<string> Text);
