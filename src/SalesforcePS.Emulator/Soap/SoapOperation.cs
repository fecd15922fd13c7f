namespace SalesforcePS.Emulator.Soap;

/// <summary>Reads the arguments and writes the result elements of one operation.</summary>
internal delegate void SoapOperation(SoapCall call);
