namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed record BoundNot(BoundCondition Operand) : BoundCondition;
