using System.Security.Cryptography;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Schema;

if (args.Contains("--help"))
{
    Console.Out.WriteLine(CommandLine.Usage);
    return 0;
}

try
{
    var options = CommandLine.Parse(args);
    await using var host = await EmulatorHost.StartAsync(options, TimeProvider.System);
    if (options.StopOnInputEnd)
        InputEnd.OnReached(host.RequestStop);
    Console.Out.WriteLine(ReadyLine.Format(host));
    await host.WaitForStopAsync();
    return 0;
}
catch (CommandLineException error)
{
    Console.Error.WriteLine($"{error.Message} See --help.");
    return 2;
}
catch (Exception error) when (error is SchemaException or CryptographicException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
