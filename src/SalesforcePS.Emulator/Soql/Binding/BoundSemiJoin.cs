namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed record BoundSemiJoin(BoundField Left, BoundField Inner, BoundTable InnerRoot, BoundCondition? Where) : BoundCondition;
