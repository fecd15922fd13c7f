using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Records;

/// <summary>Who calls.</summary>
internal sealed record RequestUser(string UserId, string UserName)
{
    public UserAccess Access { get; init; } = UserAccess.Full;
}
