namespace SalesforcePS.Emulator.Tests.Recorded;

/// <summary>Names the recorded response that a test holds the emulator against.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RecordedAttribute(string file) : Attribute
{
    public string File { get; } = file;
}
