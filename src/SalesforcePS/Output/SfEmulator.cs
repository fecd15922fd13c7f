using System.Diagnostics;
using System.Management.Automation;
using System.Security;

namespace SalesforcePS;

/// <summary>A local org that runs as a child process, with what is needed to sign in to it.</summary>
public sealed class SfEmulator
{
    internal SfEmulator(Process process) => Process = process;

    /// <summary>Where it listens: an address of this machine only.</summary>
    public required Uri LoginUrl { get; init; }

    public required string ClientId { get; init; }

    public required SecureString ClientSecret { get; init; }

    /// <summary>The user and its password, for Connect-Sf -Credential.</summary>
    public required PSCredential Credential { get; init; }

    public required SecureString SecurityToken { get; init; }

    public required string OrganizationId { get; init; }

    public required string UserId { get; init; }

    public int ProcessId => Process.Id;

    public bool IsRunning => !Process.HasExited;

    internal Process Process { get; }

    public override string ToString() => LoginUrl.ToString();
}
