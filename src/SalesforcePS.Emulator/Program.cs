using System.Security.Cryptography;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Schema;

if (args.Contains("--help"))
{
    Console.Out.WriteLine(CommandLine.Usage);
    return 0;
}

// A write that waits for a locked record keeps its thread; others must not wait for a new one meanwhile.
ThreadPool.GetMinThreads(out var workers, out var completions);
ThreadPool.SetMinThreads(Math.Max(workers, 64), completions);

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
