using System.Text.Json;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Users;

/// <summary>Reads a users file (docs/EMULATOR.md): the users who can sign in beside the administrator, and their profiles.</summary>
internal static class UsersFile
{
    /// <summary>Their Ids come from the numbers of the seed records.</summary>
    private const int MostUsers = 90;

    public static IReadOnlyList<DeclaredUser> Load(string path, OrgSchema schema)
    {
        var location = new SchemaLocation(path) { Kind = "Users file" };
        using var document = JsonFile.Read(path, location);
        return Read(document.RootElement, location, schema);
    }

    private static List<DeclaredUser> Read(JsonElement root, SchemaLocation location, OrgSchema schema)
    {
        var file = new SchemaElement(root, location, "profiles", "users");
        var profiles = new Dictionary<string, Profile>(StringComparer.OrdinalIgnoreCase) { [Profile.Administrator.Name] = Profile.Administrator };
        foreach (var json in file.Items("profiles"))
        {
            var profile = UsersFileProfile.Read(json, location, schema);
            if (!profiles.TryAdd(profile.Name, profile))
                throw location.Mistake($"there is a profile '{profile.Name}' already", "Give it another name");
        }

        var users = file.Items("users").Select(json => ReadUser(json, location, profiles)).ToList();
        if (users.GroupBy(user => user.UserName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw location.Mistake($"the user '{repeated.Key}' stands there twice", "Keep one of the two");
        return users.Count <= MostUsers ? users : throw location.Mistake($"there are {users.Count} users", $"Keep {MostUsers} at most");
    }

    private static DeclaredUser ReadUser(JsonElement json, SchemaLocation location, Dictionary<string, Profile> profiles)
    {
        var user = new SchemaElement(json, location, "username", "password", "securityToken", "firstName", "lastName", "email", "profile");
        var name = user.RequiredText("username");
        if (name.IndexOf('@', StringComparison.Ordinal) <= 0)
            throw location.Mistake($"the username '{name}' has not the form of an e-mail address", "Write it as in reader@example.com");
        if (name.Equals(Storage.SeedRecords.AdministratorUserName, StringComparison.OrdinalIgnoreCase))
            throw location.Mistake($"the user '{name}' is the administrator, whom every org has", "Choose another username");
        var profileName = user.RequiredText("profile");
        return new DeclaredUser(
            name,
            user.RequiredText("password"),
            user.Text("securityToken") ?? "",
            user.Text("firstName") ?? "",
            user.Text("lastName") ?? name[..name.IndexOf('@', StringComparison.Ordinal)],
            user.Text("email") ?? name,
            profiles.GetValueOrDefault(profileName) ?? throw location.Mistake(
                $"the user '{name}' has the profile '{profileName}', which there is not", $"Use one of: {string.Join(", ", profiles.Keys)}"));
    }
}
