using System.Management.Automation;
using System.Text;

namespace SalesforcePS.Binding;

/// <summary>The body of an Invoke-SfApi call: text and bytes go as they are, everything else as JSON.</summary>
internal static class ApiBody
{
    /// <exception cref="FormatException">The object has no form in JSON.</exception>
    public static ReadOnlyMemory<byte>? Read(object? body) => (body is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : body) switch
    {
        null => null,
        string text => Encoding.UTF8.GetBytes(text),
        byte[] bytes => bytes,
        var other => JsonBody.Write(other),
    };
}
