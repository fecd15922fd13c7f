using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>What approvals ask about users.</summary>
internal sealed class UserLookup(WriteContext context)
{
    private readonly SObjectType users = context.Schema.Find("User")!;

    public bool IsUser(string id) => SalesforceId.KeyPrefix(id) == users.KeyPrefix && context.Sight.Find(users, id) is not null;

    public bool IsActive(string id) => Column(id, "IsActive") is 1L;

    /// <summary>Null where there is no such user.</summary>
    public string? IdOf(string userName) =>
        context.Sight.FindBy(users, users.FindField("Username")!, userName)?.Column(users.FindField(SystemFields.Id)!) as string;

    public bool HasName(string id, string? userName) => string.Equals(Column(id, "Username") as string, userName, StringComparison.OrdinalIgnoreCase);

    public bool HasRole(string id, string? roleName)
    {
        var roles = context.Schema.Find("UserRole")!;
        return Column(id, "UserRoleId") is string roleId
            && string.Equals(context.Sight.Find(roles, roleId)?.Column(roles.FindField("DeveloperName")!) as string, roleName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A field of a user; null where there is no such user, as where a queue stands for one.</summary>
    public object? Column(string id, string fieldName) => IsUser(id) ? context.Sight.Find(users, id)!.Column(users.FindField(fieldName)!) : null;
}
