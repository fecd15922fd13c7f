using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Files;

public sealed class ContentVersionTests
{
    [Fact]
    public async Task FirstVersion_MakesDocumentAndLinks()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var bytes = "abc"u8.ToArray();

        var id = await server.AddVersionAsync(bytes, new { PathOnClient = @"c:\x\Report.v1.DOCX", FirstPublishLocationId = account });

        var version = (await server.QueryAsync(
            "SELECT Title, FileExtension, FileType, ContentSize, Checksum, IsLatest, VersionNumber, ContentDocumentId, ContentDocument.LatestPublishedVersionId, ContentDocument.Title, "
            + "ContentDocument.ContentSize, VersionData FROM ContentVersion"))[0];
        Assert.Equal(("Report.v1", "DOCX", "WORD_X"), (version.Text("Title"), version.Text("FileExtension"), version.Text("FileType")));
        Assert.Equal(bytes.Length, version.GetProperty("ContentSize").GetInt32());
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", version.Text("Checksum"));
        Assert.True(version.GetProperty("IsLatest").GetBoolean());
        Assert.Equal("1", version.Text("VersionNumber"));
        Assert.Equal($"/services/data/v68.0/sobjects/ContentVersion/{id}/VersionData", version.Text("VersionData"));
        var document = version.GetProperty("ContentDocument");
        Assert.Equal((id, "Report.v1"), (document.Text("LatestPublishedVersionId"), document.Text("Title")));
        Assert.Equal(bytes.Length, document.GetProperty("ContentSize").GetInt32());
        var links = await server.QueryAsync($"SELECT LinkedEntityId, ShareType FROM ContentDocumentLink WHERE ContentDocumentId = '{version.Text("ContentDocumentId")}' ORDER BY ShareType");
        Assert.Equal([(account, "V"), (server.Org.User.UserId, "I")], links.EnumerateArray().Select(link => (link.Text("LinkedEntityId"), link.Text("ShareType"))));
    }

    [Fact]
    public async Task LaterVersion_BecomesTheLatest()
    {
        await using var server = await EmulatorServer.StartAsync();
        await server.AddVersionAsync([1]);
        var document = (await server.QueryAsync("SELECT Id FROM ContentDocument"))[0].Text("Id");

        var second = await server.AddVersionAsync([1, 2], new { PathOnClient = "Other.txt", ContentDocumentId = document });

        var versions = await server.QueryAsync("SELECT VersionNumber, IsLatest FROM ContentVersion ORDER BY VersionNumber");
        Assert.Equal([("1", false), ("2", true)], versions.EnumerateArray().Select(version => (version.Text("VersionNumber"), version.GetProperty("IsLatest").GetBoolean())));
        var shown = Assert.Single((await server.QueryAsync("SELECT Title, FileType, ContentSize, LatestPublishedVersionId FROM ContentDocument")).EnumerateArray());
        Assert.Equal(("Other", "TEXT", 2, second), (shown.Text("Title"), shown.Text("FileType"), shown.GetProperty("ContentSize").GetInt32(), shown.Text("LatestPublishedVersionId")));
    }

    [Fact]
    public async Task VersionData_IsNotUpdated()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.AddVersionAsync([1]);

        var refused = await server.UploadAsync(HttpMethod.Patch, $"sobjects/ContentVersion/{id}", new { ReasonForChange = "r" }, ("VersionData", [1, 2]));
        var renamed = await server.PatchAsync($"sobjects/ContentVersion/{id}", new { Title = "New" });

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE"), (refused.Status, refused.ErrorCode));
        Assert.Equal(1, server.Org.Blobs.TotalLength());
        Assert.Equal(HttpStatusCode.NoContent, renamed.Status);
        Assert.Equal("New", (await server.QueryAsync("SELECT Title FROM ContentDocument"))[0].Text("Title"));
    }

    [Fact]
    public async Task VersionWithoutNameOrData_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();

        var nameless = await server.UploadAsync(HttpMethod.Post, "sobjects/ContentVersion", new { Title = "T" }, ("VersionData", [1]));
        var empty = await server.PostAsync("sobjects/ContentVersion", new { Title = "T", PathOnClient = "t.txt" });

        Assert.Equal(("REQUIRED_FIELD_MISSING", "Required fields are missing: [PathOnClient]"), (nameless.ErrorCode, nameless.ErrorMessage));
        Assert.Equal(("REQUIRED_FIELD_MISSING", "Required fields are missing: [VersionData]"), (empty.ErrorCode, empty.ErrorMessage));
        Assert.Equal(0, server.Org.Blobs.TotalLength());
    }

    [Fact]
    public async Task RecordsOfCustomObjects_HaveFilesToo()
    {
        using var file = new SchemaFixture("""{"objects":[{"name":"Invoice__c","fields":[]}]}""");
        await using var server = await EmulatorServer.StartAsync(file.Options);
        var invoice = await server.CreateAsync("Invoice__c", new { Name = "I" });

        await server.AddVersionAsync([1], new { PathOnClient = "x.txt", FirstPublishLocationId = invoice });
        var attachment = await server.CreateAsync("Attachment", new { Name = "a", ParentId = invoice, Body = "AQ==" });

        var links = await server.QueryAsync($"SELECT LinkedEntityId FROM ContentDocumentLink WHERE LinkedEntityId = '{invoice}'");
        Assert.Single(links.EnumerateArray());
        Assert.Equal(attachment, (await server.QueryAsync("SELECT (SELECT Id FROM Attachments) FROM Invoice__c"))[0].GetProperty("Attachments").GetProperty("records")[0].Text("Id"));
    }

    [Fact]
    public async Task SecondLinkToTheSameRecord_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        await server.AddVersionAsync([1]);
        var document = (await server.QueryAsync("SELECT Id FROM ContentDocument"))[0].Text("Id");
        var link = new { ContentDocumentId = document, LinkedEntityId = account, ShareType = "V" };

        Assert.Equal(HttpStatusCode.Created, (await server.PostAsync("sobjects/ContentDocumentLink", link)).Status);
        Assert.Equal("DUPLICATE_VALUE", (await server.PostAsync("sobjects/ContentDocumentLink", link)).ErrorCode);
    }

    [Fact]
    public async Task DocumentThatIsDeletedForGood_TakesItsBodiesAlong()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.AddVersionAsync([1, 2, 3]);
        var document = (await server.QueryAsync("SELECT Id FROM ContentDocument"))[0].Text("Id");

        await server.DeleteAsync($"sobjects/ContentDocument/{document}");
        var whileInBin = server.Org.Blobs.TotalLength();
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/ContentVersion/{id}/VersionData")).Status);
        server.Org.Remover.EmptyBin(server.Org.User, [document]);

        Assert.Equal((3, 0), (whileInBin, server.Org.Blobs.TotalLength()));
    }
}
