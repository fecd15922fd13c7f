using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Users;

/// <summary>Someone who can sign in, with the password that they had at the start.</summary>
internal sealed record UserAccount(OrgIdentity Identity, string Password, string SecurityToken, UserAccess Access)
{
    public string Id => Identity.UserId;

    public RequestUser Caller { get; } = new(Identity.UserId, Identity.UserName) { Access = Access };
}
