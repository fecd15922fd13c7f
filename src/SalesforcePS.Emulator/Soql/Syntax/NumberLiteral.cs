namespace SalesforcePS.Emulator.Soql.Syntax;

/// <param name="Text">The number as written, with its sign.</param>
/// <param name="Currency">The ISO code of a literal such as USD5000.</param>
/// <param name="Position">Where the literal begins.</param>
internal sealed record NumberLiteral(string Text, string? Currency, int Position) : Literal(Position);
