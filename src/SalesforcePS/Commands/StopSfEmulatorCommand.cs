using System.Management.Automation;
using SalesforcePS.Emulator;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Stops local orgs: those given, or all that this PowerShell process has started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "SfEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(void))]
public sealed class StopSfEmulatorCommand : SfCmdlet
{
    /// <summary>The local orgs to stop; all of this PowerShell process without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public SfEmulator[]? Emulator { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var emulator in Emulator ?? RunningEmulators.All())
        {
            if (!ShouldProcess(emulator.ToString(), "Stop"))
                continue;
            EmulatorProcess.Stop(emulator.Process);
            RunningEmulators.Remove(emulator);
        }
    }
}
