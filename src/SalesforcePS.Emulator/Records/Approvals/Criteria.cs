using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>The entry criteria of processes and steps.</summary>
internal static class Criteria
{
    /// <summary>A formula without a value is not met; all records meet criteria that there are not.</summary>
    public static bool AreMet(Formula? criteria, WriteContext context, SObjectType type, long key)
    {
        try
        {
            return criteria is null || criteria.Evaluate(new FormulaScope(context.Sight.Record(type, key), Prior: null, context.Sight)) is true;
        }
        catch (FormulaValueException)
        {
            return false;
        }
    }
}
