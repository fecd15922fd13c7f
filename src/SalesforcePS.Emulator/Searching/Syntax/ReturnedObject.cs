using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Searching.Syntax;

/// <param name="Query">Fields, filter, order and range; an object without parentheses has the Id alone.</param>
/// <param name="ListView">The name behind USING ListView.</param>
internal sealed record ReturnedObject(SoqlQuery Query, string? ListView);
