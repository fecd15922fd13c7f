using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>A step from a record to its parent, of one type where the reference may lead to several.</summary>
internal sealed record ParentHop(SObjectField Reference, SObjectType Target);
