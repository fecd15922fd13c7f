namespace SalesforcePS.Emulator.Hosting;

internal sealed class CommandLineException(string message) : Exception(message);
