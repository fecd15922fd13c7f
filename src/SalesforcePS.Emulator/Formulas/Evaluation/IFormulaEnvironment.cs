using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>What a formula sees besides its own record.</summary>
internal interface IFormulaEnvironment
{
    DateTimeOffset Now { get; }

    /// <summary>Where the org is reached, without a slash at the end.</summary>
    string OrgUrl { get; }

    /// <summary>The user who reads or writes; null where the org itself does.</summary>
    string? UserId { get; }

    /// <summary>Null where there is no such record, or it is deleted.</summary>
    FormulaRecord? Find(SObjectType type, string id);

    /// <summary>The first live record with this value; null where there is none.</summary>
    FormulaRecord? FindBy(SObjectType type, SObjectField field, object value);
}
