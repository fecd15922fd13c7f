namespace SalesforcePS.Emulator.Soql.Syntax;

/// <param name="Period">TODAY, LAST_N_DAYS and so on.</param>
/// <param name="Count">The n of LAST_N_DAYS:n.</param>
/// <param name="Position">Where the literal begins.</param>
internal sealed record RelativeDateLiteral(DatePeriod Period, int Count, int Position) : Literal(Position);
