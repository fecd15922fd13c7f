using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Users;

/// <summary>A user as the users file has it.</summary>
internal sealed record DeclaredUser(string UserName, string Password, string SecurityToken, string FirstName, string LastName, string Email, Profile Profile);
