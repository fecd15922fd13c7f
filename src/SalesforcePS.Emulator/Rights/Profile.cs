using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Rights;

/// <summary>The rights that a group of users shares.</summary>
internal sealed class Profile
{
    /// <summary>Every org has it, and it allows everything.</summary>
    public static readonly Profile Administrator = new() { Name = "System Administrator", Permissions = new HashSet<UserPermission>(Enum.GetValues<UserPermission>()) };

    public required string Name { get; init; }

    public IReadOnlySet<UserPermission> Permissions { get; init; } = new HashSet<UserPermission>();

    /// <summary>For objects that <see cref="Objects"/> does not name.</summary>
    public ObjectRights OtherObjects { get; init; } = ObjectRights.All;

    public IReadOnlyDictionary<string, ObjectRights> Objects { get; init; } = new Dictionary<string, ObjectRights>();

    /// <summary>By object and field, as in "Account.Rating"; fields that are not named may be read and edited.</summary>
    public IReadOnlyDictionary<string, FieldRights> Fields { get; init; } = new Dictionary<string, FieldRights>();

    public ObjectRights RightsTo(SObjectType type)
    {
        if (Permissions.Contains(UserPermission.ModifyAllData))
            return ObjectRights.All;
        var rights = Objects.TryGetValue(type.Name, out var own) ? own : OtherObjects;
        return Permissions.Contains(UserPermission.ViewAllData) ? rights with { Read = true } : rights;
    }

    /// <summary>The parts of an address have its rights too.</summary>
    public FieldRights RightsTo(SObjectType type, SObjectField field)
    {
        if (!Fields.TryGetValue($"{type.Name}.{field.Name}", out var rights))
            rights = FieldRights.All;
        if (field.CompoundFieldName is not { } compound || !Fields.TryGetValue($"{type.Name}.{compound}", out var whole))
            return rights;
        return new FieldRights(rights.Read && whole.Read, rights.Edit && whole.Edit);
    }
}
