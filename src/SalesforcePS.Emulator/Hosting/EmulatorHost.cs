using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesforcePS.Emulator.OAuth;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.Hosting;

/// <summary>A running emulator.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private EmulatorHost(WebApplication application, EmulatedOrg org)
    {
        this.application = application;
        Org = org;
        Url = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        org.Surroundings.OrgUrl = Url;
    }

    public EmulatedOrg Org { get; }

    /// <summary>For example "http://127.0.0.1:40123".</summary>
    public string Url { get; }

    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, TimeProvider clock)
    {
        var assertionKey = options.CertificateFile is null ? null : AssertionKey.Load(options.CertificateFile);
        var schema = SchemaReader.Load(options.Schema, StoredKeyPrefixes.Of(options.Database));
        var users = options.UsersFile is { } usersFile ? UsersFile.Load(usersFile, schema) : [];
        var org = EmulatedOrg.Open(options, schema, users, clock);
        try
        {
            var application = EmulatorPipeline.Build(options.Port, org, assertionKey);
            await application.StartAsync();
            return new EmulatorHost(application, org);
        }
        catch
        {
            org.Dispose();
            throw;
        }
    }

    public void RequestStop() => application.Lifetime.StopApplication();

    /// <summary>Waits for Ctrl+C, SIGTERM or <see cref="RequestStop"/>.</summary>
    public Task WaitForStopAsync() => application.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        Org.Dispose();
    }
}
