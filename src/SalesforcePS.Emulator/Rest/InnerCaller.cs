using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest;

/// <summary>Marks a request inside of a request: the session has been checked already.</summary>
internal sealed record InnerCaller(RequestUser User, bool IsCounted);
