namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>Where the value of a field update comes from, by the names of the metadata.</summary>
internal enum FieldUpdateOperation
{
    Formula,
    Literal,
    LookupValue,
    NextValue,
    Null,
    PreviousValue,
}
