using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Users;

public sealed class RoleTests
{
    [Fact]
    public async Task RoleOfAUser_IsFoundBothWays()
    {
        await using var server = await EmulatorServer.StartAsync();
        var chief = await server.CreateAsync("UserRole", new { Name = "Chief", DeveloperName = "Chief" });
        var clerk = await server.CreateAsync("UserRole", new { Name = "Clerk", ParentRoleId = chief, OpportunityAccessForAccountOwner = "Edit" });
        await server.PatchAsync($"sobjects/User/{server.Org.Identity.UserId}", new { UserRoleId = clerk });

        var user = (await server.GetAsync("query?q=SELECT+UserRole.Name,UserRole.ParentRoleId+FROM+User+WHERE+UserRole.Name='Clerk'")).Json.GetProperty("records")[0].GetProperty("UserRole");
        var role = (await server.GetAsync("query?q=SELECT+OpportunityAccessForAccountOwner,(SELECT+Username+FROM+Users)+FROM+UserRole+ORDER+BY+Name")).Json.GetProperty("records");

        Assert.Equal(("Clerk", chief), (user.GetProperty("Name").GetString(), user.GetProperty("ParentRoleId").GetString()));
        Assert.Equal(["None", "Edit"], role.EnumerateArray().Select(record => record.GetProperty("OpportunityAccessForAccountOwner").GetString()));
        Assert.Equal(JsonValueKind.Null, role[0].GetProperty("Users").ValueKind);
        Assert.Equal(1, role[1].GetProperty("Users").GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task RoleThatIsInUse_StaysAndIsNotItsOwnParent()
    {
        await using var server = await EmulatorServer.StartAsync();
        var role = await server.CreateAsync("UserRole", new { Name = "Chief" });
        var below = await server.CreateAsync("UserRole", new { Name = "Clerk", ParentRoleId = role });
        await server.PatchAsync($"sobjects/User/{server.Org.Identity.UserId}", new { UserRoleId = role });

        var deleted = await server.DeleteAsync($"sobjects/UserRole/{role}");
        var circle = await server.PatchAsync($"sobjects/UserRole/{role}", new { ParentRoleId = below });

        Assert.Equal((HttpStatusCode.BadRequest, "DELETE_FAILED"), (deleted.Status, deleted.ErrorCode));
        Assert.Equal("CIRCULAR_DEPENDENCY", circle.ErrorCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.DeleteAsync($"sobjects/UserRole/{below}")).Status);
    }

    [Fact]
    public async Task Role_IsReadBySoapAsDescribed()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("UserRole", new { Name = "Chief" });

        var record = (await server.SoapAsync($"<retrieve><fieldList>Name,LastModifiedById</fieldList><sObjectType>UserRole</sObjectType><ids>{id}</ids></retrieve>")).Result;

        Assert.Equal("Chief", record.Element(SoapAnswer.SObject + "Name")!.Value);
        Assert.Equal(server.Org.Identity.UserId, record.Element(SoapAnswer.SObject + "LastModifiedById")!.Value);
    }
}
