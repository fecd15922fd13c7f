using System.Management.Automation;

namespace SalesforcePS.Pipeline;

/// <summary>Whether -WhatIf is in force, given or by preference.</summary>
internal static class DryRun
{
    public static bool IsWhatIf(this PSCmdlet cmdlet) =>
        LanguagePrimitives.IsTrue(cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : cmdlet.GetVariableValue("WhatIfPreference"));
}
