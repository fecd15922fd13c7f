using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Parsing;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="Schema">The org's objects.</param>
/// <param name="Source">The statement, for faults that point into it.</param>
/// <param name="Now">What relative dates start from.</param>
/// <param name="UserId">Who asks, for USING SCOPE mine.</param>
/// <param name="Settings">Read when a query first needs them: most do not.</param>
internal sealed record BindingContext(OrgSchema Schema, SoqlText Source, DateTimeOffset Now, string UserId, Lazy<QuerySettings> Settings)
{
    public ApiException NotExecuted(string construct, int position) =>
        Source.Malformed(position, $"{construct} is not supported by the emulator");

    public ApiException NoSuchType(string name, int position) => Source.Fault(
        "INVALID_TYPE",
        position,
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. {Advice}");

    public ApiException NoSuchColumn(string name, string entity, int position) => Source.Fault(
        "INVALID_FIELD",
        position,
        $"No such column '{name}' on entity '{entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. {Advice}");

    public ApiException NoSuchRelationship(string name, int position) => Source.Fault(
        "INVALID_FIELD",
        position,
        $"Didn't understand relationship '{name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. {Advice}");

    public ApiException NoSuchChildRelationship(string name, int position) => Source.Fault(
        "INVALID_TYPE",
        position,
        $"Didn't understand relationship '{name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. {Advice}");

    private const string Advice = "Please reference your WSDL or the describe call for the appropriate names.";
}
