namespace SalesforcePS.Emulator.Rest.Composite;

internal static class ReferenceErrors
{
    public const string Halted = "PROCESSING_HALTED";

    public static string Form(string referenceId) =>
        $"Provided referenceId ('{referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').";

    public static ApiException NoValue(string expression, string name) =>
        new(Halted, $"Invalid reference specified. No value for {expression} found in {name}. {Form(expression)}");

    public static ApiException RolledBack() =>
        new(Halted, "The transaction was rolled back since another operation in the same transaction failed.");
}
