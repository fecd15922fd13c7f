namespace SalesforcePS.Emulator.Control;

internal enum FaultConnection
{
    /// <summary>The request is not processed.</summary>
    Before,

    /// <summary>The request is processed, its answer is lost.</summary>
    After,

    /// <summary>The request is processed, its answer breaks off.</summary>
    During,
}
