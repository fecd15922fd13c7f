using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Users;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Users;

public sealed class UsersFileTests
{
    private static readonly OrgSchema Schema = new(StandardSchema.Load());

    [Theory]
    [InlineData("[]", "there is a list where an object in braces is needed")]
    [InlineData("{\"people\":[]}", "the property 'people' is not known")]
    [InlineData("{\"users\":[{\"username\":\"a@b.c\",\"password\":\"p\",\"profile\":\"Sales\"}]}", "the user 'a@b.c' has the profile 'Sales', which there is not")]
    [InlineData("{\"users\":[{\"username\":\"nobody\",\"password\":\"p\",\"profile\":\"System Administrator\"}]}", "the username 'nobody' has not the form of an e-mail address")]
    [InlineData("{\"users\":[{\"username\":\"a@b.c\",\"profile\":\"System Administrator\"}]}", "the property 'password' is missing or empty")]
    [InlineData("{\"profiles\":[{\"name\":\"System Administrator\"}]}", "there is a profile 'System Administrator' already")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"objectPermissions\":[{\"object\":\"Nothing__c\"}]}]}", "the profile 'A' names the object 'Nothing__c', which there is not")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"objectPermissions\":[{\"object\":\"Account\",\"allowRead\":false,\"allowEdit\":true}]}]}", "the permissions for Account allow to write what may not be read")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"objectPermissions\":[{\"object\":\"Account\",\"allowEdit\":false,\"allowDelete\":true}]}]}", "the permissions for Account allow to delete what may not be edited")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"fieldPermissions\":[{\"field\":\"Account.Nothing\"}]}]}", "the profile 'A' names the field 'Account.Nothing', which there is not")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"fieldPermissions\":[{\"field\":\"Rating\"}]}]}", "the profile 'A' names the field 'Rating'. Write object and field, as in Account.Rating.")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"fieldPermissions\":[{\"field\":\"Account.Name\",\"readable\":false}]}]}", "the profile 'A' names the field 'Account.Name', which is for everyone")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"fieldPermissions\":[{\"field\":\"Account.Rating\"},{\"field\":\"account.rating\"}]}]}", "the profile 'A' names the field account.rating twice")]
    [InlineData("{\"profiles\":[{\"name\":\"A\",\"userPermissions\":[\"EditEverything\"]}]}", "the user permission 'EditEverything' is not known")]
    public void Mistake_IsToldWithThePlace(string json, string problem)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);

            var exception = Assert.Throws<SchemaException>(() => UsersFile.Load(file, Schema));

            Assert.StartsWith($"Users file {file}: {problem}", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
