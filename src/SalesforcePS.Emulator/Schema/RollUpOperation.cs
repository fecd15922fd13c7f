namespace SalesforcePS.Emulator.Schema;

internal enum RollUpOperation
{
    Count,
    Sum,
    Min,
    Max,
}
