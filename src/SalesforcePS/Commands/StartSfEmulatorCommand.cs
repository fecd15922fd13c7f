using System.Globalization;
using System.Management.Automation;
using SalesforcePS.Emulator;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;
using SalesforcePS.Resources;

namespace SalesforcePS.Commands;

/// <summary>Starts a local org, which ends with this PowerShell process at the latest.</summary>
[Cmdlet(VerbsLifecycle.Start, "SfEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SfEmulator))]
public sealed class StartSfEmulatorCommand : SfCmdlet
{
    /// <summary>The port on 127.0.0.1; 0 for any that is free.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>A file that keeps the org's data; without it the data lives in memory.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DatabasePath { get; set; }

    /// <summary>A JSON file with custom objects and fields, or a folder of Salesforce DX source.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SchemaPath { get; set; }

    /// <summary>A JSON file with users and their profiles.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UsersPath { get; set; }

    /// <summary>Seconds without a call after which a session ends.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? SessionTimeout { get; set; }

    /// <summary>Each refresh gives a new refresh token and ends the old one.</summary>
    [Parameter]
    public SwitchParameter RotateRefreshTokens { get; set; }

    /// <summary>A PEM file with the certificate that JWT assertions are checked with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The org's daily allocation of API calls.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? DailyApiLimit { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess("a local org", "Start"))
            return;
        var folder = System.IO.Path.Combine(MyInvocation.MyCommand.Module.ModuleBase, "bin", "emulator");
        var assembly = System.IO.Path.Combine(folder, "SalesforcePS.Emulator.dll");
        if (!File.Exists(assembly))
            Fail(nameof(Messages.EmulatorFilesMissing), Messages.EmulatorFilesMissing, folder);
        if (DotnetHost.Find() is not { } host)
        {
            Fail(nameof(Messages.EmulatorRuntimeMissing), Messages.EmulatorRuntimeMissing, assembly);
            return;
        }
        try
        {
            var emulator = Task.Run(() => EmulatorProcess.StartAsync(host, assembly, [.. Arguments()], StopToken)).GetAwaiter().GetResult();
            RunningEmulators.Add(emulator);
            WriteObject(emulator);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or System.Text.Json.JsonException)
        {
            Fail(nameof(Messages.EmulatorNotStarted), Messages.EmulatorNotStarted, exception.Message);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private IEnumerable<string> Arguments()
    {
        var arguments = new (string Option, string? Value)[]
        {
            ("--port", Port.ToString(CultureInfo.InvariantCulture)),
            ("--database", Resolve(DatabasePath)),
            ("--schema", Resolve(SchemaPath)),
            ("--users", Resolve(UsersPath)),
            ("--certificate", Resolve(CertificatePath)),
            ("--session-timeout", SessionTimeout?.ToString(CultureInfo.InvariantCulture)),
            ("--daily-api-limit", DailyApiLimit?.ToString(CultureInfo.InvariantCulture)),
        };
        var valued = arguments.Where(argument => argument.Value is not null).SelectMany(argument => new[] { argument.Option, argument.Value! });
        return RotateRefreshTokens ? valued.Append("--rotate-refresh-tokens") : valued;
    }

    private string? Resolve(string? path) => path is null ? null : GetUnresolvedProviderPathFromPSPath(path);

    private void Fail(string id, string message, string argument) =>
        ThrowTerminatingError(ErrorRecords.Emulator(id, message, argument, argument));
}
