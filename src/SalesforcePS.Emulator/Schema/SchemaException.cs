namespace SalesforcePS.Emulator.Schema;

/// <summary>A schema file that cannot be used, or a database that does not fit it; the message says what to do.</summary>
internal sealed class SchemaException(string message) : Exception(message);
