using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest.Composite;

internal static class TreeErrors
{
    public const string InvalidInput = "INVALID_INPUT";

    public static SaveResult Repeated() =>
        new(null, Success: false, Created: false, [new RecordError(InvalidInput, "Duplicate ReferenceId provided in the request.", [])]);

    public static ApiException TooMany(string what, int limit) =>
        new(InvalidInput, FormattableString.Invariant($"The trees of a request hold at most {limit} {what}."));

    public static ApiException WrongType(string referenceId, string type, string expected) =>
        new(InvalidInput, $"The record {referenceId} is of type {type}, but {expected} is expected.");

    public static ApiException UnknownRelationship(string name, string type) =>
        new("INVALID_FIELD", $"No such relationship '{name}' on sobject of type {type}") { Fields = [name] };
}
