namespace SalesforcePS.Emulator.Schema;

/// <param name="Field">The name of the field that is compared, without its object.</param>
/// <param name="Operation">How it is compared, as metadata names it, such as <c>notEqual</c>.</param>
/// <param name="Values">What it is compared with; several stand for one or another.</param>
internal sealed record FilterItem(string Field, string Operation, IReadOnlyList<string> Values);
