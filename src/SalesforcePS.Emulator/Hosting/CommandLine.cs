using System.Globalization;

namespace SalesforcePS.Emulator.Hosting;

internal static class CommandLine
{
    public const string Usage = """
        A local Salesforce org for development and tests. It listens on 127.0.0.1 only.

        Options:
          --port N              port to listen on; 0 (the default) takes a free one
          --database FILE       keeps the org's data in FILE; :memory: (the default) forgets it
          --schema PATH         custom objects and fields: a JSON file or a folder of Salesforce DX
                                source, see docs/EMULATOR.md
          --users FILE          JSON with users and their profiles, see docs/EMULATOR.md
          --certificate PEM     certificate or public key that JWT bearer assertions are checked with
          --daily-api-limit N   API calls until REQUEST_LIMIT_EXCEEDED (default 100000)
          --bulk-delay-ms N     how long a bulk job stays in each state (default 20)
          --lock-timeout-ms N   how long a write waits for locked records (default 10000)
          --session-timeout N   seconds without a call after which a session ends (default 7200)
          --redirect-uri URI    a callback URL of the connected app beside those on this machine; may be repeated
          --rotate-refresh-tokens  each refresh gives a new refresh token
          --stop-on-input-end   ends when standard input ends
          --help                shows this text

        When ready it prints one line of JSON: url, username, password, securityToken, clientId,
        clientSecret, organizationId, userId.
        """;

    public static EmulatorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new EmulatorOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, inlineValue) = Split(arguments[index]);
            if (inlineValue is null && ApplyFlag(options, name) is { } changed)
            {
                options = changed;
                continue;
            }

            if (!IsValueOption(name))
                throw new CommandLineException($"Unknown option '{arguments[index]}'.");
            var value = inlineValue ?? (++index < arguments.Count ? arguments[index] : null);
            if (string.IsNullOrEmpty(value))
                throw new CommandLineException($"Option {name} needs a value.");
            options = Apply(options, name, value);
        }

        return options;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var separator = argument.IndexOf('=', StringComparison.Ordinal);
        return separator < 0 ? (argument, null) : (argument[..separator], argument[(separator + 1)..]);
    }

    private static bool IsValueOption(string name) =>
        name is "--port" or "--database" or "--schema" or "--users" or "--certificate" or "--daily-api-limit" or "--bulk-delay-ms"
            or "--lock-timeout-ms" or "--session-timeout" or "--redirect-uri";

    private static EmulatorOptions? ApplyFlag(EmulatorOptions options, string name) => name switch
    {
        "--stop-on-input-end" => options with { StopOnInputEnd = true },
        "--rotate-refresh-tokens" => options with { SignIn = options.SignIn with { RotateRefreshTokens = true } },
        _ => null,
    };

    private static EmulatorOptions Apply(EmulatorOptions options, string name, string value) => name switch
    {
        "--port" => options with { Port = Number(name, value, 0, 65535) },
        "--database" => options with { Database = value },
        "--schema" => options with { Schema = Directory.Exists(value) ? value : ExistingFile(name, value) },
        "--users" => options with { UsersFile = ExistingFile(name, value) },
        "--lock-timeout-ms" => options with { LockTimeout = TimeSpan.FromMilliseconds(Number(name, value, 0, int.MaxValue)) },
        "--session-timeout" => options with
        {
            SignIn = options.SignIn with { SessionTimeout = TimeSpan.FromSeconds(Number(name, value, 1, int.MaxValue)) },
        },
        "--redirect-uri" => options with { SignIn = options.SignIn with { RedirectUris = [.. options.SignIn.RedirectUris, value] } },
        "--certificate" => options with { CertificateFile = ExistingFile(name, value) },
        "--bulk-delay-ms" => options with { BulkDelay = Number(name, value, 0, int.MaxValue) },
        _ => options with { DailyApiLimit = Number(name, value, 0, int.MaxValue) },
    };

    private static int Number(string name, string value, int minimum, int maximum) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw new CommandLineException($"Option {name} needs a number from {minimum} to {maximum}, not '{value}'.");

    private static string ExistingFile(string name, string value) =>
        File.Exists(value) ? value : throw new CommandLineException($"Option {name}: there is no file '{value}'.");
}
