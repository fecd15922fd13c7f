using SalesforcePS.Emulator.Tests.Bulk2;
using SalesforcePS.Emulator.Tests.Schema.Source;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Records;

public sealed class HierarchyTests : IDisposable
{
    private readonly TestOrg org = CustomOrg.Start();

    public void Dispose() => org.Dispose();

    [Fact]
    public void AccountAboveItself_IsRefused()
    {
        var id = org.Create("Account", ("Name", "A"));

        var error = TestOrg.Refused(org.TryUpdate("Account", id, ("ParentId", id)), "CIRCULAR_DEPENDENCY");

        Assert.Equal(["ParentId"], error.Fields);
        Assert.Null(org.Value("Account", id, "ParentId"));
    }

    [Fact]
    public void RingOfAccounts_IsRefused_AndAnotherPlaceInTheTreeIsNot()
    {
        var top = org.Create("Account", ("Name", "Top"));
        var middle = org.Create("Account", ("Name", "Middle"), ("ParentId", top));
        var bottom = org.Create("Account", ("Name", "Bottom"), ("ParentId", middle));

        TestOrg.Refused(org.TryUpdate("Account", top, ("ParentId", bottom)), "CIRCULAR_DEPENDENCY");
        org.Update("Account", bottom, ("ParentId", top));
        org.Update("Account", middle, ("ParentId", bottom));

        Assert.Equal(bottom, org.Value("Account", middle, "ParentId"));
    }

    [Fact]
    public void RingByExternalId_IsRefused()
    {
        var top = org.Create("Account", ("Name", "Top"), ("Key__c", "top"));
        var bottom = org.Create("Account", ("Name", "Bottom"), ("ParentId", top), ("Key__c", "bottom"));

        var result = org.TryUpsert("Account", "Key__c", ("Key__c", "top"), ("Parent", new Emulator.Records.ForeignKey(null, "Key__c", "bottom")));

        TestOrg.Refused(result, "CIRCULAR_DEPENDENCY");
        Assert.Equal(top, org.Value("Account", bottom, "ParentId"));
    }

    [Fact]
    public void ParentThatComesBack_ClosesNoRing()
    {
        var top = org.Create("Account", ("Name", "Top"));
        var middle = org.Create("Account", ("Name", "Middle"), ("ParentId", top));
        var bottom = org.Create("Account", ("Name", "Bottom"), ("ParentId", middle));
        TestOrg.Succeeded(org.TryDelete(middle));
        org.Update("Account", top, ("ParentId", bottom));

        TestOrg.Succeeded(org.TryUndelete(middle));

        Assert.Equal((top, bottom), (org.Value("Account", middle, "ParentId"), org.Value("Account", top, "ParentId")));
        Assert.Null(org.Value("Account", bottom, "ParentId"));
    }

    [Fact]
    public void ReferencesThatAreNoHierarchy_MayGoRound()
    {
        var first = org.Create("Contact", ("LastName", "First"));
        var second = org.Create("Contact", ("LastName", "Second"), ("ReportsToId", first));

        org.Update("Contact", first, ("ReportsToId", second));
    }

    [Fact]
    public async Task CollectionsAndBulk_RefuseTheRecordAlone()
    {
        await using var server = await BulkClient.StartAsync();
        var top = await server.CreateAsync("Account", new { Name = "Top" });
        var bottom = await server.CreateAsync("Account", new { Name = "Bottom", ParentId = top });

        var collection = await server.PatchAsync("composite/sobjects", new
        {
            records = new[] { Record(top, bottom), Record(bottom, top) },
        });
        var job = await server.IngestAsync(new { @object = "Account", operation = "update" }, $"Id,ParentId\n{top},{bottom}\n{bottom},{top}\n");
        var failed = await server.ResultsAsync(job.Id, "failedResults");

        Assert.Equal("CIRCULAR_DEPENDENCY", collection.Json[0].GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.True(collection.Json[1].GetProperty("success").GetBoolean());
        Assert.Equal(1, job.Number("numberRecordsFailed"));
        Assert.Contains("CIRCULAR_DEPENDENCY", failed[1], StringComparison.Ordinal);

        static object Record(string id, string parent) => new { attributes = new { type = "Account" }, id, ParentId = parent };
    }

    [Fact]
    public async Task Users_HaveHierarchiesOnly()
    {
        using var users = new UsersFixture();
        using var project = new SourceProject().WithField("User", "Mentor__c", "<type>Hierarchy</type><relationshipName>Mentored</relationshipName>");
        await using var server = await EmulatorServer.StartAsync(users.Options with { Schema = project.FolderPath });
        var (clerk, administrator) = (server.Org.Users.FindByName(UsersFixture.UserName)!.Id, server.Org.Identity.UserId);

        await server.PatchAsync($"sobjects/User/{clerk}", new { ManagerId = administrator, Mentor__c = administrator });
        var manager = await server.PatchAsync($"sobjects/User/{administrator}", new { ManagerId = clerk });
        var mentor = await server.PatchAsync($"sobjects/User/{administrator}", new { Mentor__c = clerk });

        Assert.Equal(("CIRCULAR_DEPENDENCY", "CIRCULAR_DEPENDENCY"), (manager.ErrorCode, mentor.ErrorCode));
    }
}
