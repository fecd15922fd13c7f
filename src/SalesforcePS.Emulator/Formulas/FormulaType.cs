namespace SalesforcePS.Emulator.Formulas;

/// <summary>The types that formulas know: all numbers are one, and so are all texts and ids.</summary>
internal enum FormulaType
{
    Number,
    Text,
    Boolean,
    Date,
    DateTime,
    Time,
    Picklist,
    MultiPicklist,
    Location,

    /// <summary>The literal NULL, which goes with every type.</summary>
    Null,
}
