using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

/// <summary>Batches in XML and JSON, and zipped ones.</summary>
public sealed class DocumentTests
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    [Fact]
    public async Task XmlBatch_GivesXmlResultsInOrder()
    {
        using var schema = new SchemaFixture();
        await using var client = await AsyncClient.StartAsync(schema.Options);
        await client.Server.CreateAsync("Account", new { Name = "A", Key__c = "K-1" });
        var job = await client.CreateJobAsync("insert", "Contact", "XML");

        var batch = await client.RunAsync(job, Records("""
            <sObject><LastName>L &amp; M</LastName><Account><sObject><Key__c>K-1</Key__c></sObject></Account><Phone xsi:nil="true"/></sObject>
            <sObject><FirstName>F</FirstName></sObject>
            """), "application/xml; charset=UTF-8");
        var results = (await client.GetAsync($"{batch}/result")).Xml;

        Assert.Equal(AsyncClient.Dataload + "results", results.Name);
        var (first, second) = (results.Elements().First(), results.Elements().Last());
        Assert.Equal(["id", "success", "created"], first.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("true", first.Element(AsyncClient.Dataload + "created")!.Value);
        Assert.Equal("REQUIRED_FIELD_MISSING", second.Element(AsyncClient.Dataload + "errors")!.Element(AsyncClient.Dataload + "statusCode")!.Value);
        var record = (await client.Server.GetAsync("query?q=SELECT+LastName,Account.Name+FROM+Contact")).Json.GetProperty("records")[0];
        Assert.Equal(("L & M", "A"), (record.GetProperty("LastName").GetString(), record.GetProperty("Account").GetProperty("Name").GetString()));
    }

    [Fact]
    public async Task Utf8ThatDeclaresUtf16_IsRead()
    {
        const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
        await using var client = await AsyncClient.StartAsync();
        var job = await client.SendAsync(
            HttpMethod.Post,
            "job",
            $"{Declaration}<jobInfo xmlns=\"{AsyncClient.Dataload}\"><operation>insert</operation><object>Account</object><contentType>XML</contentType></jobInfo>",
            "application/xml; charset=utf-8");

        await client.RunAsync(job.Value("id"), Declaration + $"<sObjects xmlns=\"{AsyncClient.Dataload}\"><sObject><Name>Müller</Name></sObject></sObjects>", "application/xml; charset=utf-8");

        Assert.Equal("Müller", (await client.Server.GetAsync("query?q=SELECT+Name+FROM+Account")).Json.GetProperty("records")[0].GetProperty("Name").GetString());
    }

    [Fact]
    public async Task NilElement_ClearsAndEmptyElementLeavesAlone()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A", Phone = "1", Fax = "2" });

        await client.RunAsync(
            await client.CreateJobAsync("update", "Account", "XML"),
            Records($"<sObject><Id>{id}</Id><Phone xsi:nil=\"true\"/><Fax></Fax></sObject>"),
            "application/xml");

        var record = (await client.Server.GetAsync($"sobjects/Account/{id}?fields=Phone,Fax")).Json;
        Assert.Null(record.GetProperty("Phone").GetString());
        Assert.Equal("2", record.GetProperty("Fax").GetString());
    }

    [Theory]
    [InlineData("<sObject><Bacon>1</Bacon></sObject>", "InvalidBatch : Field name not found : Bacon")]
    [InlineData("<sObject>", "InvalidBatch : Failed to parse batch: ")]
    public async Task WrongXml_FailsTheBatch(string records, string message)
    {
        await using var client = await AsyncClient.StartAsync();

        var batch = await client.RunAsync(await client.CreateJobAsync("insert", "Account", "XML"), Records(records), "application/xml", "Failed");

        Assert.StartsWith(message, (await client.GetAsync(batch)).Value("stateMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonBatch_GivesJsonResultsInOrder()
    {
        using var schema = new SchemaFixture();
        await using var client = await AsyncClient.StartAsync(schema.Options);
        var id = await client.Server.CreateAsync("Account", new { Name = "A", Key__c = "K-1", Phone = "1", Fax = "2" });
        var job = await client.CreateJobAsync("upsert", "Account", "JSON", "Key__c");

        var batch = await client.RunAsync(
            job, """[{"Key__c":"K-1","Phone":null,"Fax":"","NumberOfEmployees":7},{"Key__c":"K-2"},{"Key__c":"K-3","Name":"C","attributes":{"type":"Account"}}]""", "application/json");
        var results = (await client.GetAsync($"{batch}/result")).Json;

        Assert.Equal((id, true, false), (results[0].GetProperty("id").GetString(), results[0].GetProperty("success").GetBoolean(), results[0].GetProperty("created").GetBoolean()));
        Assert.Equal("REQUIRED_FIELD_MISSING", results[1].GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.True(results[2].GetProperty("created").GetBoolean());
        var record = (await client.Server.GetAsync($"sobjects/Account/{id}?fields=Phone,Fax,NumberOfEmployees")).Json;
        Assert.Null(record.GetProperty("Phone").GetString());
        Assert.Equal(("2", 7), (record.GetProperty("Fax").GetString(), record.GetProperty("NumberOfEmployees").GetInt32()));
    }

    [Fact]
    public async Task JsonBatchInfo_HasANullStateMessage()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account", "JSON");
        await client.RunAsync(job, """[{"Name":"A"}]""", "application/json");

        var list = (await client.GetAsync($"job/{job}/batch")).Json;

        Assert.Null(list.GetProperty("batchInfo")[0].GetProperty("stateMessage").GetString());
        Assert.Equal("Completed", list.GetProperty("batchInfo")[0].GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("CSV", "text/csv", "Name,ParentId,Body\nfile.bin,{0},#folder/file.bin\n")]
    [InlineData("XML", "application/xml", "<sObjects xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><sObject><Name>file.bin</Name><ParentId>{0}</ParentId><Body>#folder/file.bin</Body></sObject></sObjects>")]
    [InlineData("JSON", "application/json", "[{\"Name\":\"file.bin\",\"ParentId\":\"{0}\",\"Body\":\"#folder/file.bin\"}]")]
    public async Task ZippedBatch_CarriesAttachments(string contentType, string recordType, string request)
    {
        await using var client = await AsyncClient.StartAsync();
        var parent = await client.Server.CreateAsync("Account", new { Name = "A" });
        var job = await client.CreateJobAsync("insert", "Attachment", "ZIP_" + contentType);
        byte[] content = [0, 1, 2, 255];

        await client.RunAsync(
            job,
            Zip(("request.txt", Encoding.UTF8.GetBytes(request.Replace("{0}", parent, StringComparison.Ordinal))), ("folder/file.bin", content)),
            "zip/" + recordType.Split('/')[1]);

        var soap = await client.Server.SoapAsync("<query><queryString>SELECT Body FROM Attachment</queryString></query>");
        Assert.Contains(Convert.ToBase64String(content), soap.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack/request.txt", "request.txt not found")]
    [InlineData("request.txt", "missing.bin not found")]
    public async Task IncompleteZip_FailsTheBatch(string name, string message)
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Attachment", "ZIP_CSV");

        var batch = await client.RunAsync(job, Zip((name, "Name,ParentId,Body\nA,,#missing.bin\n"u8.ToArray())), "zip/csv", "Failed");

        Assert.Contains(message, (await client.GetAsync(batch)).Value("stateMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ZipWithTooManyFiles_FailsTheBatch()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Attachment", "ZIP_CSV");
        var files = Enumerable.Range(0, 1_000).Select(index => ($"file{index}", Array.Empty<byte>())).Prepend(("request.txt", "Name\n"u8.ToArray()));

        var batch = await client.RunAsync(job, Zip([.. files]), "zip/csv", "Failed");

        Assert.Contains("more than 1000 files", (await client.GetAsync(batch)).Value("stateMessage"), StringComparison.Ordinal);
    }

    private static string Records(string records) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><sObjects xmlns=\"{AsyncClient.Dataload}\" xmlns:xsi=\"{Nil.NamespaceName}\">{records}</sObjects>";

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
