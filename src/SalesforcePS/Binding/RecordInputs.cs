using System.Collections;
using System.Management.Automation;

namespace SalesforcePS.Binding;

/// <summary>One object, or each of a list that came as an argument.</summary>
internal static class RecordInputs
{
    public static IEnumerable<PSObject?> Of(PSObject input) =>
        input.BaseObject is IList and not byte[] and IEnumerable list
            ? list.Cast<object?>().Select(item => item is null ? null : PSObject.AsPSObject(item))
            : [input];
}
