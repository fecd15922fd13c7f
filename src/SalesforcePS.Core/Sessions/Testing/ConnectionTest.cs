using System.Globalization;
using System.Runtime.CompilerServices;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Sessions.Testing;

/// <summary>Goes the way of a connection step by step, up to the first that fails. A session that it begins it ends again.</summary>
public sealed class ConnectionTest
{
    // Below a tenth of the allocation a load of some size may not come to its end.
    private const double FewCalls = 0.9;

    private readonly SalesforceConnection connection;
    private readonly ConnectionOptions options;
    private readonly Uri? address;
    private readonly SignIn? signIn;

    /// <param name="signIn">How to sign in.</param>
    /// <param name="address">The host that is asked to sign in; null where something else knows it.</param>
    /// <param name="options">As for a connection.</param>
    public ConnectionTest(SignIn signIn, Uri? address, ConnectionOptions options) =>
        (connection, this.signIn, this.address, this.options) = (SalesforceConnection.Prepare(signIn, options), signIn, address, options);

    /// <summary>Tests a session that is open, which stays as it is.</summary>
    public ConnectionTest(SalesforceConnection connection) =>
        (this.connection, address, options) = (connection, connection.InstanceUri, new ConnectionOptions { ApiVersion = connection.ApiVersion });

    /// <summary>Each step once, in order; those behind a failed one are skipped.</summary>
    public async IAsyncEnumerable<ConnectionStep> RunAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        (string Name, Func<CancellationToken, Task<ConnectionStep>> Run)[] steps =
        [
            ("Address", ReachAsync), ("SignIn", SignInAsync), ("ApiVersion", ChooseVersionAsync), ("SoapApi", UseSoapAsync), ("RestApi", UseRestAsync), ("ApiCalls", CountAsync),
        ];
        try
        {
            string? failed = null;
            foreach (var (name, run) in steps)
            {
                var step = failed is null
                    ? await TryAsync(name, run, cancellation).ConfigureAwait(false)
                    : new ConnectionStep(name, ConnectionStepResult.Skipped, $"{failed} failed.");
                if (step.Result == ConnectionStepResult.Failed)
                    failed = name;
                yield return step;
            }
        }
        finally
        {
            await EndAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<ConnectionStep> TryAsync(string name, Func<CancellationToken, Task<ConnectionStep>> run, CancellationToken cancellation)
    {
        try
        {
            return await run(cancellation).ConfigureAwait(false) with { Name = name };
        }
        catch (SalesforceException refused)
        {
            return new ConnectionStep(name, ConnectionStepResult.Failed, refused.Message, refused);
        }
    }

    private async Task<ConnectionStep> ReachAsync(CancellationToken cancellation)
    {
        if (address is null)
            return Passed("The Salesforce CLI knows the address.");
        var newest = await connection.ReachAsync(address, cancellation).ConfigureAwait(false);
        return Passed($"{address.Host} answers, up to API {newest}.");
    }

    private async Task<ConnectionStep> SignInAsync(CancellationToken cancellation)
    {
        await connection.SignInAsync(cancellation).ConfigureAwait(false);
        return Passed($"By {connection.Method}, at {connection.InstanceUri.Host}.") with
        {
            Result = signIn is { IsEnding: true } ? ConnectionStepResult.Warning : ConnectionStepResult.Passed,
        };
    }

    private async Task<ConnectionStep> ChooseVersionAsync(CancellationToken cancellation)
    {
        await connection.ChooseVersionAsync(options.ApiVersion, cancellation).ConfigureAwait(false);
        return Passed(connection.ApiVersion);
    }

    private async Task<ConnectionStep> UseSoapAsync(CancellationToken cancellation)
    {
        await connection.AskForUserAsync(cancellation).ConfigureAwait(false);
        return Passed($"As {connection.User.UserName} in {connection.User.OrganizationName} ({connection.User.OrganizationId}).");
    }

    private async Task<ConnectionStep> UseRestAsync(CancellationToken cancellation)
    {
        await connection.Transport.SendAsync(
            ApiRequest.Get($"{connection.RestPath}/limits"), static (_, _) => Task.CompletedTask, cancellation).ConfigureAwait(false);
        return Passed("It answers this session.");
    }

    private Task<ConnectionStep> CountAsync(CancellationToken cancellation)
    {
        var (used, limit) = (connection.Usage.OrgUsed ?? 0, connection.Usage.OrgLimit ?? 0);
        var step = Passed(string.Create(CultureInfo.InvariantCulture, $"The org has used {used} of {limit} in 24 hours."));
        return Task.FromResult(limit > 0 && used > limit * FewCalls ? step with { Result = ConnectionStepResult.Warning } : step);
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        if (signIn is null)
            return;
        try
        {
            // A token that was given is not to be taken away.
            if (signIn is not AccessTokenSignIn)
                await connection.RevokeAsync(cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException)
        {
            // The session ends by itself; what was tested stands.
        }
        finally
        {
            connection.Dispose();
        }
    }

    private static ConnectionStep Passed(string detail) => new("", ConnectionStepResult.Passed, detail);
}
