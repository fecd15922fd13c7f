using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Sessions;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Hosting;

internal sealed record EmulatorOptions
{
    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public string Database { get; init; } = OrgDatabase.InMemory;

    /// <summary>A schema file or a folder of Salesforce DX source.</summary>
    public string? Schema { get; init; }

    public string? UsersFile { get; init; }

    /// <summary>What holds until a test changes it, and again after a reset.</summary>
    public SignInRules SignIn { get; init; } = new();

    /// <summary>How long a write waits for records that are locked.</summary>
    public TimeSpan LockTimeout { get; init; } = RowLocks.DefaultTimeout;

    public string? CertificateFile { get; init; }

    public int DailyApiLimit { get; init; } = 100_000;

    /// <summary>Milliseconds that a bulk job stays in each state.</summary>
    public int BulkDelay { get; init; } = BulkSettings.DefaultStateDelay;

    public bool StopOnInputEnd { get; init; }
}
