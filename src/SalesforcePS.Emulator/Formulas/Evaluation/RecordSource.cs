namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>Where a field path starts: the record itself, or one of the org's such as the user's.</summary>
internal delegate FormulaRecord? RecordSource(FormulaScope scope);
