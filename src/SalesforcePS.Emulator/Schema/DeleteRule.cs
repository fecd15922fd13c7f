namespace SalesforcePS.Emulator.Schema;

/// <summary>What happens to a record when the one that it refers to is deleted.</summary>
internal enum DeleteRule
{
    SetNull,
    Restrict,
    Cascade,
}
