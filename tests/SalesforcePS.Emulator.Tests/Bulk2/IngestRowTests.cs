using System.Globalization;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk2;

public sealed class IngestRowTests
{
    private static readonly object InsertAccounts = new { @object = "Account", operation = "insert" };

    [Theory]
    [InlineData("Account", "Name,Nothing__c\nA,B\n", "InvalidBatch : Field name not found : Nothing__c")]
    [InlineData("Account", "Name,Account.Name\nA,B\n", "InvalidBatch : Unable to find relationship: Account")]
    [InlineData("Account", "Name,Account:Parent.Id\nA,B\n", "InvalidBatch : type is not needed for non polymorphic foreign key references: Parent")]
    [InlineData("Account", "Name,Parent:Account.Id\nA,B\n", "InvalidBatch : Unable to find relationship: Account")]
    [InlineData("Account", "Name,Parent:Account:Id\nA,B\n", "InvalidBatch : Field name not found : Parent:Account:Id")]
    [InlineData("Account", "Name,Parent.Phone\nA,B\n", "InvalidBatch : Field name not found : Parent.Phone")]
    [InlineData("Task", "Subject,Who.Email\nA,B\n", "InvalidBatch : type is needed for polymorphic foreign key references: Who")]
    [InlineData("Account", "\uFEFFName\nA\n", "InvalidBatch : Field name not found : \uFEFFName")]
    [InlineData("Account", "Name\r\nA\r\n", "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF")]
    [InlineData("Account", "Name;Phone\nA;B\n", "InvalidBatch : Field name not found : Name;Phone")]
    public async Task WrongHeader_FailsTheJobLate(string type, string csv, string message)
    {
        await using var server = await BulkClient.StartAsync();

        var job = await server.IngestAsync(new { @object = type, operation = "insert" }, csv);

        Assert.Equal(("Failed", message), (job.State(), job.ErrorText()));
        Assert.Equal((0, 0), (job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Single(await server.ResultsAsync(job.Id, "failedResults"));
    }

    [Fact]
    public async Task LineFeeds_AreRefusedWhereCrlfIsSet()
    {
        await using var server = await BulkClient.StartAsync();

        var wrong = await server.IngestAsync(new { @object = "Account", operation = "insert", lineEnding = "CRLF" }, "Name\nA\n");
        var right = await server.IngestAsync(new { @object = "Account", operation = "insert", lineEnding = "CRLF" }, "Name\r\nA\r\n");

        Assert.Equal("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF", wrong.ErrorText());
        Assert.Equal("JobComplete", right.State());
    }

    [Fact]
    public async Task Update_LeavesEmptyValuesAloneAndClearsWhatIsNotAvailable()
    {
        await using var server = await BulkClient.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A", Phone = "1", Fax = "2", Website = "w" });

        var job = await server.IngestAsync(new { @object = "Account", operation = "update" }, $"id,PHONE,Fax,Website\n{id},,#N/A, x \n");
        var read = await server.GetAsync($"sobjects/Account/{id}?fields=Phone,Fax,Website");

        Assert.Equal(0, job.Number("numberRecordsFailed"));
        Assert.Contains("\"Phone\":\"1\",\"Fax\":null,\"Website\":\" x \"", read.Text, StringComparison.Ordinal);
        Assert.Equal([$"\"sf__Id\",\"sf__Created\",\"id\",\"PHONE\",\"Fax\",\"Website\"", $"\"{id}\",\"false\",\"{id}\",\"\",\"#N/A\",\" x \""],
            await server.ResultsAsync(job.Id, "successfulResults"));
    }

    [Theory]
    [InlineData("A, \"B\"")]
    [InlineData("A,\"B\" ")]
    [InlineData("A,B\"C")]
    [InlineData("A")]
    [InlineData("A,B,C")]
    public async Task MalformedRow_IsARowError(string row)
    {
        await using var server = await BulkClient.StartAsync();

        var job = await server.IngestAsync(InsertAccounts, $"Name,Phone\nbefore,1\n{row}\nafter,2\n");

        Assert.Equal(("JobComplete", 3, 1), (job.State(), job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Contains("CLIENT_INPUT_ERROR:", (await server.ResultsAsync(job.Id, "failedResults"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_AreReadByTheTypesOfTheirFields()
    {
        await using var server = await BulkClient.StartAsync();
        const string csv = """
            LastName,DoNotCall,HasOptedOutOfEmail,Birthdate,EmailBouncedDate
            A,1,FALSE,2020-02-29,2020-02-29T12:30:00.000Z
            B,true,0,2020-02-29,2020-02-29T12:30:00+02:00
            C,maybe,0,,
            D,0,0,29.2.2020,

            """;

        var job = await server.IngestAsync(new { @object = "Contact", operation = "insert" }, csv.ReplaceLineEndings("\n"));
        var page = await server.GetAsync("query?q=SELECT+DoNotCall,HasOptedOutOfEmail,Birthdate,EmailBouncedDate+FROM+Contact+ORDER+BY+LastName");

        Assert.Equal(2, job.Number("numberRecordsFailed"));
        Assert.Contains("\"DoNotCall\":true,\"HasOptedOutOfEmail\":false,\"Birthdate\":\"2020-02-29\",\"EmailBouncedDate\":\"2020-02-29T12:30:00.000+0000\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"EmailBouncedDate\":\"2020-02-29T10:30:00.000+0000\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RelationshipColumns_LinkByAKeyOfTheParent()
    {
        using var schema = new SchemaFixture();
        await using var server = await BulkClient.StartAsync(schema.Options);
        var account = await server.CreateAsync("Account", new { Name = "A", Key__c = "K-1" });
        await server.CreateAsync("Contact", new { LastName = "C", Email = "c@example.com" });

        var contacts = await server.IngestAsync(new { @object = "Contact", operation = "insert" }, "LastName,account.key__c\nD,K-1\nE,K-2\nF,\nG,#N/A\n");
        var tasks = await server.IngestAsync(new { @object = "Task", operation = "insert" }, "Subject,Contact:Who.Email,Owner.Username\nS,c@example.com,admin@emulator.example\n");
        var owned = await server.IngestAsync(new { @object = "Task", operation = "insert" }, "Subject,User:Owner.Username\nS,admin@emulator.example\n");

        Assert.Equal(1, contacts.Number("numberRecordsFailed"));
        Assert.Contains("Foreign key external ID: K-2 not found for field Key__c in entity Account", (await server.ResultsAsync(contacts.Id, "failedResults"))[1], StringComparison.Ordinal);
        Assert.Equal(1, (await server.GetAsync($"query?q=SELECT+Id+FROM+Contact+WHERE+AccountId='{account}'")).Number("totalSize"));
        Assert.Equal((0, 0), (tasks.Number("numberRecordsFailed"), owned.Number("numberRecordsFailed")));
        Assert.Equal(1, (await server.GetAsync("query?q=SELECT+Id+FROM+Task+WHERE+Who.Name='C'")).Number("totalSize"));
    }

    [Fact]
    public async Task Upsert_TellsWhatItCreated()
    {
        using var schema = new SchemaFixture();
        await using var server = await BulkClient.StartAsync(schema.Options);
        var id = await server.CreateAsync("Account", new { Name = "A", Key__c = "K-1" });

        var job = await server.IngestAsync(
            new { @object = "Account", operation = "upsert", externalIdFieldName = "Key__c" }, "Key__c,Name\nK-1,B\nK-2,C\n,D\nK-3,E\nK-3,F\n");
        var rows = await server.ResultsAsync(job.Id, "successfulResults");

        Assert.Equal((5, 3), (job.Number("numberRecordsProcessed"), job.Number("numberRecordsFailed")));
        Assert.Contains($"\"{id}\",\"false\",\"K-1\",\"B\"", rows);
        Assert.Contains(rows, row => row.EndsWith("\"true\",\"K-2\",\"C\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HardDelete_LeavesNothingInTheRecycleBin()
    {
        await using var server = await BulkClient.StartAsync();
        var first = await server.CreateAsync("Account", new { Name = "A" });
        var second = await server.CreateAsync("Account", new { Name = "B" });

        var soft = await server.IngestAsync(new { @object = "Account", operation = "delete" }, $"Id\n{first}\n{first}\nnothing\n");
        var hard = await server.IngestAsync(new { @object = "Account", operation = "hardDelete" }, $"Id\n{second}\n");

        Assert.Equal((3, 2), (soft.Number("numberRecordsProcessed"), soft.Number("numberRecordsFailed")));
        Assert.Equal(0, hard.Number("numberRecordsFailed"));
        Assert.Equal(1, (await server.GetAsync("queryAll?q=SELECT+Id+FROM+Account")).Number("totalSize"));
    }

    [Theory]
    [InlineData("BACKQUOTE", '`')]
    [InlineData("CARET", '^')]
    [InlineData("PIPE", '|')]
    [InlineData("SEMICOLON", ';')]
    [InlineData("TAB", '\t')]
    public async Task Delimiter_IsThatOfTheJobBothWays(string name, char delimiter)
    {
        await using var server = await BulkClient.StartAsync();

        var job = await server.IngestAsync(
            new { @object = "Account", operation = "insert", columnDelimiter = name }, $"Name{delimiter}Phone\n\"A{delimiter}\"\"1\"\"\"{delimiter}2,3\n");
        var rows = await server.ResultsAsync(job.Id, "successfulResults");

        Assert.EndsWith($"\"true\"{delimiter}\"A{delimiter}\"\"1\"\"\"{delimiter}\"2,3\"", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_AreInAnOrderOfTheirOwn()
    {
        await using var server = await BulkClient.StartAsync();
        var values = Enumerable.Range(0, 1_000).Select(index => index.ToString(CultureInfo.InvariantCulture)).ToArray();
        var job = await server.IngestAsync(InsertAccounts, "Name\n" + string.Join('\n', values));

        var first = Names(await server.ResultsAsync(job.Id, "successfulResults"));
        var again = Names(await server.ResultsAsync(job.Id, "successfulResults"));
        await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { shuffleSeed = 7 });
        var other = Names(await server.ResultsAsync(job.Id, "successfulResults"));

        Assert.NotEqual(values, first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(values.Order(StringComparer.Ordinal), other.Order(StringComparer.Ordinal));
    }

    private static string[] Names(string[] rows) => [.. rows.Skip(1).Select(row => row.Split(',')[2].Trim('"'))];
}
