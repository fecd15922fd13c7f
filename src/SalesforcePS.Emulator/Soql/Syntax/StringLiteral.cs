namespace SalesforcePS.Emulator.Soql.Syntax;

/// <param name="Value">The text with its escapes resolved.</param>
/// <param name="Pattern">The text as a LIKE pattern: what is not a wildcard is escaped with a backslash.</param>
/// <param name="Position">Where the opening quote stands.</param>
internal sealed record StringLiteral(string Value, string Pattern, int Position) : Literal(Position);
