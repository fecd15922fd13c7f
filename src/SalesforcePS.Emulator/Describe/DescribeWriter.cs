namespace SalesforcePS.Emulator.Describe;

/// <summary>REST and SOAP describe with the same members in the same order; only their form differs.</summary>
internal abstract class DescribeWriter
{
    /// <summary>A few members exist on one side only.</summary>
    public abstract bool IsRest { get; }

    public abstract void Flag(string name, bool value);

    public abstract void Number(string name, int value);

    public abstract void Text(string name, string? value);

    /// <summary>A member that SOAP leaves out where REST has null.</summary>
    public abstract void Optional(string name, string? value);

    /// <summary>A number that SOAP leaves out where REST has null.</summary>
    public abstract void OptionalNumber(string name, int? value);

    /// <summary>A boolean or text that SOAP leaves out where REST has null.</summary>
    public abstract void Any(string name, object? value);

    public abstract void Values(string name, IEnumerable<string> values);

    public abstract void Flags(string name, IEnumerable<bool> values);

    public abstract void Items<T>(string name, IEnumerable<T> items, Action<T> write);

    /// <summary>One member that has members itself.</summary>
    public abstract void Item(string name, Action write);

    /// <summary>Of the item that is written now: a type that has more members than its list's. JSON does not name types.</summary>
    public abstract void SubType(string name);

    /// <summary>REST only.</summary>
    public abstract void Urls(IEnumerable<(string Name, string Url)> urls);
}
