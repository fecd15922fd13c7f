using System.Globalization;

namespace SalesforcePS.Emulator.Hosting;

internal static class CommandLine
{
    public const string Usage = """
        A local Salesforce org for development and tests. It listens on 127.0.0.1 only.

        Options:
          --port N              port to listen on; 0 (the default) takes a free one
          --database FILE       keeps the org's data in FILE; :memory: (the default) forgets it
          --schema FILE         JSON with custom objects and fields, see docs/EMULATOR.md
          --certificate PEM     certificate or public key that JWT bearer assertions are checked with
          --daily-api-limit N   API calls until REQUEST_LIMIT_EXCEEDED (default 100000)
          --bulk-delay-ms N     how long a bulk job stays in each state (default 20)
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
            if (name == "--stop-on-input-end" && inlineValue is null)
            {
                options = options with { StopOnInputEnd = true };
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
        name is "--port" or "--database" or "--schema" or "--certificate" or "--daily-api-limit" or "--bulk-delay-ms";

    private static EmulatorOptions Apply(EmulatorOptions options, string name, string value) => name switch
    {
        "--port" => options with { Port = Number(name, value, 0, 65535) },
        "--database" => options with { Database = value },
        "--schema" => options with { SchemaFile = ExistingFile(name, value) },
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
