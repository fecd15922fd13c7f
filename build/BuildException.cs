namespace SalesforcePS.Build;

/// <summary>Something that the person at the console can put right; its message is all that they see.</summary>
internal sealed class BuildException(string message) : Exception(message);
