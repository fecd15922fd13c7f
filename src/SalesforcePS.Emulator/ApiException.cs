namespace SalesforcePS.Emulator;

/// <summary>A call that fails as a whole; the protocols render it as a REST error array or a SOAP fault.</summary>
internal sealed class ApiException(string errorCode, string message, int httpStatus = 400) : Exception(message)
{
    public string ErrorCode { get; } = errorCode;

    public int HttpStatus { get; } = httpStatus;

    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Where a query is wrong, counted from 1; SOAP's ApiQueryFault carries it.</summary>
    public int? Row { get; init; }

    public int? Column { get; init; }
}
