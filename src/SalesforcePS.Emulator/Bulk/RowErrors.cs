using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Rows that are no records.</summary>
internal static class RowErrors
{
    private const string ClientInputError = "CLIENT_INPUT_ERROR";

    public static RecordError Quote() =>
        new(ClientInputError, "Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote", []);

    public static RecordError FieldCount() =>
        new(ClientInputError, "Failed to parse CSV. The number of values differs from the number of columns", []);
}
