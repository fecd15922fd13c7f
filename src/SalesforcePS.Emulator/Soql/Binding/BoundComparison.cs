using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed record BoundComparison(BoundExpression Left, ComparisonOperator Operator, BoundValue Value) : BoundCondition;
