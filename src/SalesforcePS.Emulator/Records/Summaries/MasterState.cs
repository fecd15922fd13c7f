using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Summaries;

/// <summary>A master before its details are written.</summary>
/// <param name="Type">Its object.</param>
/// <param name="Key">Its sequence number.</param>
/// <param name="Summaries">The values of its roll-up summaries.</param>
/// <param name="Prior">All of it, where a rule asks for what was before; else null.</param>
internal sealed record MasterState(SObjectType Type, long Key, object?[] Summaries, FormulaRecord? Prior);
