namespace SalesforcePS.Emulator.Org;

/// <summary>What is said of names that the schema does not have.</summary>
internal static class SchemaErrors
{
    private const string Reference = "Please reference your WSDL or the describe call for the appropriate names.";

    public static ApiException UnknownType(string name) => new(
        "INVALID_TYPE",
        $"sObject type '{name}' is not supported. If you are attempting to use a custom object, "
            + $"be sure to append the '__c' after the entity name. {Reference}");

    public static ApiException UnknownField(string typeName, string name) => new(
        "INVALID_FIELD",
        $"No such column '{name}' on entity '{typeName}'. If you are attempting to use a custom field, "
            + $"be sure to append the '__c' after the custom field name. {Reference}");
}
