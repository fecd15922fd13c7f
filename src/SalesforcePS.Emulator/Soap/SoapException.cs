namespace SalesforcePS.Emulator.Soap;

/// <summary>A message that is not understood as SOAP (SOAP 1.1, 4.4.1): "Client" or "MustUnderstand".</summary>
internal sealed class SoapException(string faultCode, string message) : Exception(message)
{
    public string FaultCode { get; } = faultCode;
}
