using Xunit;

namespace SalesforcePS.Emulator.Tests.Searching;

public sealed class SearchTests
{
    [Fact]
    public async Task WithoutReturning_IdsOfAllObjectsAreFound()
    {
        await using var org = await SearchOrg.StartAsync();
        var account = await org.Server.CreateAsync("Account", new { Name = "Acme Rockets" });
        await org.Server.CreateAsync("Contact", new { LastName = "Smith", Description = "buys from ACME" });
        await org.Server.CreateAsync("Product2", new { Name = "Acme anvil" });
        await org.Server.CreateAsync("Lead", new { LastName = "Other", Company = "Else" });
        var records = (await org.SearchAsync("FIND {acme}")).Json.GetProperty("searchRecords");
        Assert.Equal(
            $$$"""[{"attributes":{"type":"Account","url":"/services/data/v68.0/sobjects/Account/{{{account}}}"},"Id":"{{{account}}}"}""",
            records.GetRawText()[..records.GetRawText().IndexOf("},{", StringComparison.Ordinal)] + "}");
        Assert.Equal(["Account", "Contact"], records.EnumerateArray().Select(record => record.GetProperty("attributes").GetProperty("type").GetString()));
        Assert.Equal(["Acme anvil"], await org.FindAsync("FIND {acme} RETURNING Product2(Name)"));
    }

    [Fact]
    public async Task Group_SaysWhichFieldsAreSearched()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Contact", new { LastName = "Brown", Email = "green@example.com", Phone = "(415) 555-1212", Description = "white" });
        const string Returning = "RETURNING Contact(LastName)";
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{brown}} IN NAME FIELDS {Returning}"));
        Assert.Empty(await org.FindAsync($"FIND {{green}} IN NAME FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{green}} IN EMAIL FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{green@example.com}} IN EMAIL FIELDS {Returning}"));
        Assert.Empty(await org.FindAsync($"FIND {{brown}} IN EMAIL FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{4155551212}} IN PHONE FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{415*}} IN phone fields {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{555\\-1212}} IN PHONE FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{white}} IN ALL FIELDS {Returning}"));
        Assert.Empty(await org.FindAsync($"FIND {{white}} IN SIDEBAR FIELDS {Returning}"));
        Assert.Equal(["Brown"], await org.FindAsync($"FIND {{green}} IN SIDEBAR FIELDS {Returning}"));
    }

    [Fact]
    public async Task Returning_FiltersSortsAndLimits()
    {
        await using var org = await SearchOrg.StartAsync();
        foreach (var (name, city) in ((string, string)[])[("test a", "Oslo"), ("test b", "Rome"), ("test c", "Oslo"), ("test d", "Oslo")])
            await org.Server.CreateAsync("Account", new { Name = name, BillingCity = city });
        Assert.Equal(["test d", "test c", "test a"], await org.FindAsync("FIND {test} RETURNING Account(Name WHERE BillingCity = 'Oslo' ORDER BY Name DESC)"));
        Assert.Equal(["test c"], await org.FindAsync("FIND {test} RETURNING Account(Name WHERE BillingCity LIKE 'O%' ORDER BY Name LIMIT 1 OFFSET 1)"));
        Assert.Empty(await org.FindAsync("FIND {test} RETURNING Account(Name LIMIT 0)"));
        Assert.Equal(["test a", "test b"], await org.FindAsync("FIND {test} RETURNING Account(Name ORDER BY Name) LIMIT 2"));
        Assert.Equal(["Emulator Administrator"], (await org.SearchAsync("FIND {test} RETURNING Account(Owner.Name LIMIT 1)"))
            .Json.GetProperty("searchRecords").EnumerateArray().Select(record => record.GetProperty("Owner").GetProperty("Name").GetString()!));
    }

    [Fact]
    public async Task LimitOfTheWhole_IsSharedByTheObjects()
    {
        await using var org = await SearchOrg.StartAsync();
        for (var index = 0; index < 6; index++)
        {
            await org.Server.CreateAsync("Account", new { Name = $"test {index}" });
            await org.Server.CreateAsync("Contact", new { LastName = $"test {index}" });
        }
        await org.Server.CreateAsync("Lead", new { LastName = "test", Company = "c" });
        Assert.Equal((2, 2, 1), await Shares("RETURNING Account(Id), Contact(Id), Lead(Id) LIMIT 5"));
        Assert.Equal((3, 2, 0), await Shares("RETURNING Account(Id), Contact(Id) LIMIT 5"));
        Assert.Equal((1, 4, 0), await Shares("RETURNING Account(Id LIMIT 1), Contact LIMIT 5"));
        Assert.Equal((6, 6, 1), await Shares("RETURNING Account, Contact, Lead"));

        async Task<(int Accounts, int Contacts, int Leads)> Shares(string clauses)
        {
            var types = (await org.SearchAsync($"FIND {{test}} {clauses}")).Json.GetProperty("searchRecords").EnumerateArray()
                .Select(record => record.GetProperty("attributes").GetProperty("type").GetString()).ToArray();
            return (types.Count(type => type == "Account"), types.Count(type => type == "Contact"), types.Count(type => type == "Lead"));
        }
    }

    [Fact]
    public async Task BestMatches_ComeFirst()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "Other", Description = "a long text in which acme stands somewhere" });
        await org.Server.CreateAsync("Account", new { Name = "Acme" });
        Assert.Equal(["Acme", "Other"], await org.FindAsync("FIND {acme} RETURNING Account(Name)"));
    }

    [Fact]
    public async Task Options_MarkAndExplain()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "salesforce", Description = "Salesforce.com <b>", Phone = "salesforce" });
        await org.Server.CreateAsync("Case", new { Subject = "s", Description = new string('x', 200) + " the salesforce case " + new string('y', 200) });
        var record = (await org.SearchAsync("FIND {salesforce} RETURNING Account(Name, Description, Phone) WITH HIGHLIGHT WITH METADATA = 'LABELS'")).Json;
        Assert.Equal(
            "\"highlight.Name\":\"<mark>salesforce</mark>\",\"highlight.Description\":\"<mark>Salesforce</mark>.com &lt;b&gt;\"}",
            record.GetProperty("searchRecords")[0].GetRawText().Split("\"Phone\":\"salesforce\",")[1]);
        Assert.Equal(
            """{"entityMetadata":[{"entityName":"Account","fieldMetadata":[{"name":"Name","label":"Account Name"},{"name":"Description","label":"Account Description"},{"name":"Phone","label":"Account Phone"}]}]}""",
            record.GetProperty("metadata").GetRawText());
        var snippet = (await org.SearchAsync("FIND {salesforce} RETURNING Case(Description) WITH SNIPPET (target_length = 80)")).Json.GetProperty("searchRecords")[0];
        Assert.Matches("^x+ the <mark>salesforce</mark> case y+$", snippet.GetProperty("snippet.text").GetString());
        Assert.InRange(snippet.GetProperty("snippet.text").GetString()!.Length, 60, 110);
        Assert.Single((await org.SearchAsync("FIND {salesforce} RETURNING Account WITH SPELL_CORRECTION = false WITH DIVISION = 'Global' UPDATE TRACKING, VIEWSTAT"))
            .Json.GetProperty("searchRecords").EnumerateArray());
    }

    [Fact]
    public async Task Products_AreFoundInTheirPricebook()
    {
        await using var org = await SearchOrg.StartAsync();
        var product = await org.Server.CreateAsync("Product2", new { Name = "laptop one" });
        await org.Server.CreateAsync("Product2", new { Name = "laptop two" });
        var pricebook = (await org.Server.GetAsync("query?q=SELECT+Id+FROM+Pricebook2")).Json.GetProperty("records")[0].GetProperty("Id").GetString()!;
        await org.Server.CreateAsync("PricebookEntry", new { Product2Id = product, Pricebook2Id = pricebook, UnitPrice = 5 });
        Assert.Equal(["laptop one"], await org.FindAsync($"FIND {{laptop}} RETURNING Product2(Name) WITH PricebookId = '{pricebook}'"));
    }

    [Fact]
    public async Task RecentListView_HasWhatWasViewed()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "test seen" });
        await org.Server.CreateAsync("Account", new { Name = "test unseen" });
        await org.Server.GetAsync("query?q=SELECT+Id+FROM+Account+WHERE+Name='test+seen'+FOR+VIEW");
        Assert.Equal(["test seen"], await org.FindAsync("FIND {test} RETURNING Account(Name USING ListView = Recent ORDER BY Name LIMIT 51)"));
    }

    [Fact]
    public async Task LongTexts_LoseTheirOperatorsAndThenFindNothing()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "acme" });
        await org.Server.CreateAsync("Account", new { Name = "other" });
        var filler = string.Concat(Enumerable.Repeat(" AND filler", 500));
        Assert.Equal(["acme", "other"], await org.FindAsync($"FIND {{acme AND other{filler[..4_000]}}} RETURNING Account(Name ORDER BY Name)"));
        Assert.Empty(await org.FindAsync($"FIND {{acme OR {filler[5..]}{filler}}} RETURNING Account(Name)"));
    }

    [Fact]
    public async Task OldVersion_AnswersWithABareList()
    {
        await using var org = await SearchOrg.StartAsync();
        await org.Server.CreateAsync("Account", new { Name = "acme" });
        Assert.Single((await org.SearchAsync("FIND {acme}", "36.0")).Json.EnumerateArray());
    }
}
