using System.Text.Json;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Users;

/// <summary>One entry under "profiles" of a users file. What it does not deny is allowed.</summary>
internal static class UsersFileProfile
{
    private const string EveryObject = "*";

    public static Profile Read(JsonElement json, SchemaLocation location, OrgSchema schema)
    {
        var entry = new SchemaElement(json, location, "name", "userPermissions", "objectPermissions", "fieldPermissions");
        var name = entry.RequiredText("name");
        var others = ObjectRights.All;
        var objects = new Dictionary<string, ObjectRights>(StringComparer.Ordinal);
        foreach (var item in entry.Items("objectPermissions").Select(permission => Element(permission, "object", "allowRead", "allowCreate", "allowEdit", "allowDelete"))
            .OrderBy(item => item.RequiredText("object") == EveryObject ? 0 : 1))
        {
            var objectName = item.RequiredText("object");
            if (objectName == EveryObject)
                others = ReadRights(item, ObjectRights.All);
            else if (!objects.TryAdd(Find(objectName).Name, ReadRights(item, others)))
                throw location.Mistake($"the profile '{name}' names the object {objectName} twice", "Put all its permissions in one entry");
        }

        return new Profile
        {
            Name = name,
            Permissions = ReadPermissions(entry),
            OtherObjects = others,
            Objects = objects,
            Fields = ReadFields(),
        };

        Dictionary<string, FieldRights> ReadFields()
        {
            var fields = new Dictionary<string, FieldRights>(StringComparer.Ordinal);
            foreach (var item in entry.Items("fieldPermissions").Select(permission => Element(permission, "field", "readable", "editable")))
            {
                if (!fields.TryAdd(FindField(item.RequiredText("field")), ReadFieldRights(item)))
                    throw location.Mistake($"the profile '{name}' names the field {item.Text("field")} twice", "Put its permissions in one entry");
            }

            return fields;
        }

        SchemaElement Element(JsonElement permission, params string[] known) => new(permission, location, known);

        SObjectType Find(string objectName) => schema.Find(objectName)
            ?? throw location.Mistake($"the profile '{name}' names the object '{objectName}', which there is not", "Correct the name, or add the object to the schema");

        string FindField(string path)
        {
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var type = dot > 0 ? Find(path[..dot]) : throw location.Mistake($"the profile '{name}' names the field '{path}'", "Write object and field, as in Account.Rating");
            var field = type.FindField(path[(dot + 1)..])
                ?? throw location.Mistake($"the profile '{name}' names the field '{path}', which there is not", "Correct the name, or add the field to the schema");
            return field.Permissionable || !field.HasColumn
                ? $"{type.Name}.{field.Name}"
                : throw location.Mistake($"the profile '{name}' names the field '{path}', which is for everyone", "Remove it: an org denies nobody Ids, names, required and system fields");
        }
    }

    /// <summary>The same defaults as describe's words have: what cannot be read can neither be written.</summary>
    private static ObjectRights ReadRights(SchemaElement item, ObjectRights others)
    {
        var read = Flag(item, "allowRead", others.Read);
        var edit = Flag(item, "allowEdit", read && others.Edit);
        var rights = new ObjectRights(read, Flag(item, "allowCreate", read && others.Create), edit, Flag(item, "allowDelete", edit && others.Delete));
        if (!read && (rights.Create || rights.Edit))
            throw item.Location.Mistake($"the permissions for {item.Text("object")} allow to write what may not be read", "Set allowRead to true");
        return rights.Edit || !rights.Delete
            ? rights
            : throw item.Location.Mistake($"the permissions for {item.Text("object")} allow to delete what may not be edited", "Set allowEdit to true");
    }

    private static FieldRights ReadFieldRights(SchemaElement item)
    {
        var read = Flag(item, "readable", true);
        var edit = Flag(item, "editable", read);
        return read || !edit
            ? new FieldRights(read, edit)
            : throw item.Location.Mistake($"the permissions for {item.Text("field")} allow to edit what may not be read", "Set readable to true");
    }

    private static HashSet<UserPermission> ReadPermissions(SchemaElement entry)
    {
        if (!entry.Has("userPermissions"))
            return [UserPermission.ApiEnabled];
        return [.. entry.Texts("userPermissions").Select(text => Enum.TryParse<UserPermission>(text, out var permission) && Enum.IsDefined(permission)
            ? permission
            : throw entry.Location.Mistake($"the user permission '{text}' is not known", $"Use one of: {string.Join(", ", Enum.GetNames<UserPermission>())}"))];
    }

    private static bool Flag(SchemaElement item, string name, bool otherwise) => item.Has(name) ? item.Flag(name) : otherwise;
}
