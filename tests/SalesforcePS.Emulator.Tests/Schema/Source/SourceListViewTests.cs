using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Schema.ListViews;
using Xunit;
using static SalesforcePS.Emulator.Tests.ListViews.ListViewTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SourceListViewTests
{
    private const string Everything = "<filterScope>Everything</filterScope><label>V</label>";

    [Theory]
    [InlineData("Account", "ACCOUNT.NAME,ACCOUNT.PHONE1,ACCOUNT.ADDRESS1_CITY,ACCOUNT.ADDRESS2_ZIP,CORE.USERS.ALIAS", "Name,Phone,BillingCity,ShippingPostalCode,Owner.Alias")]
    [InlineData("Account", "ACCOUNT.LAST_UPDATE,UPDATEDBY_USER.ALIAS,CREATEDBY_USER,ACCOUNT.RECORDTYPE,PARENT_NAME", "LastModifiedDate,LastModifiedBy.Alias,CreatedBy.Name,RecordType.Name,Parent.Name")]
    [InlineData("Contact", "FULL_NAME,ACCOUNT.NAME,CONTACT.TITLE,CONTACT.PHONE3,CONTACT.EMAIL", "Name,Account.Name,Title,MobilePhone,Email")]
    [InlineData("Opportunity", "OPPORTUNITY.NAME,OPPORTUNITY.STAGE_NAME,OPPORTUNITY.CLOSE_DATE,OPPORTUNITY.WON,CORE.USERS.LAST_NAME", "Name,StageName,CloseDate,IsWon,Owner.LastName")]
    [InlineData("Case", "CASES.CASE_NUMBER,NAME,CASES.CREATED_DATE_DATE_ONLY,CASES.CLOSED,OWNER_NAME", "CaseNumber,Contact.Name,CreatedDate,IsClosed,Owner.Name")]
    [InlineData("Lead", "FULL_NAME,LEAD.COMPANY,LEAD.UNREAD,LEAD.LEAD_SOURCE", "Name,Company,IsUnreadByOwner,LeadSource")]
    [InlineData("Campaign", "CAMPAIGN.NAME,CAMPAIGN.CAMPAIGN_TYPE,CAMPAIGN.ACTIVE,CAMPAIGN.NUM_CONTACTS", "Name,Type,IsActive,NumberOfContacts")]
    [InlineData("Task", "SUBJECT,WHO_NAME,WHAT_NAME,DUE_DATE,LAST_UPDATE", "Subject,Who.Name,What.Name,ActivityDate,LastModifiedDate")]
    [InlineData("Event", "START_DATE_TIME,ALL_DAY,CORE.USERS.ALIAS", "StartDateTime,IsAllDayEvent,Owner.Alias")]
    [InlineData("Product2", "PRODUCT2.NAME,PRODUCT2.CUSTOMER_PRODUCT_ID,PRODUCT2.ACTIVE", "Name,ProductCode,IsActive")]
    [InlineData("User", "FULL_NAME,CORE.USERS.ALIAS,CORE.USERS.LAST_LOGIN,CORE.USER_ROLE.NAME,CORE.PROFILE.NAME", "Name,Alias,LastLoginDate,UserRole.Name,Profile.Name")]
    [InlineData("Thing__c", "NAME,CREATED_DATE,OWNER.ALIAS,OBJECT_ID,Account__c,Account__c.ACC_NAME", "Name,CreatedDate,Owner.Alias,Id,Account__r.Name")]
    public void Columns_AreFoundByTheNamesOfMetadata(string type, string names, string paths)
    {
        using var project = Project(type, string.Concat(names.Split(',').Select(name => $"<columns>{name}</columns>")) + Everything);

        Assert.Equal(paths, string.Join(',', View(project, type).Columns));
    }

    [Theory]
    [InlineData("<field>ACCOUNT.NAME</field><operation>equals</operation><value>A,\"B, it's\"</value>", "Name IN ('A', 'B, it\\'s')")]
    [InlineData("<field>ACCOUNT.TYPE</field><operation>notEqual</operation><value>Prospect</value>", "Type != 'Prospect'")]
    [InlineData("<field>ACCOUNT.PHONE1</field><operation>equals</operation>", "Phone = null")]
    [InlineData("<field>ACCOUNT.NAME</field><operation>contains</operation><value>5%,b_c</value>", "Name LIKE '%5\\%%' OR Name LIKE '%b\\_c%'")]
    [InlineData("<field>ACCOUNT.NAME</field><operation>notContain</operation><value>a,b</value>", "(NOT Name LIKE '%a%') AND (NOT Name LIKE '%b%')")]
    [InlineData("<field>ACCOUNT.NAME</field><operation>startsWith</operation><value>a</value>", "Name LIKE 'a%'")]
    [InlineData("<field>ACCOUNT.CREATED_DATE</field><operation>equals</operation><value>TODAY,LAST_N_DAYS:30</value>", "CreatedDate = TODAY OR CreatedDate = LAST_N_DAYS:30")]
    [InlineData("<field>ACCOUNT.CREATED_DATE</field><operation>lessOrEqual</operation><value>9/1/2018</value>", "CreatedDate < 2018-09-02T00:00:00Z")]
    [InlineData("<field>ACCOUNT.CREATED_DATE</field><operation>greaterThan</operation><value>9/1/2018 1:30 PM</value>", "CreatedDate > 2018-09-01T13:30:00Z")]
    [InlineData("<field>ACCOUNT.CREATED_DATE</field><operation>equals</operation><value>9/1/2018</value>", "CreatedDate >= 2018-09-01T00:00:00Z AND CreatedDate < 2018-09-02T00:00:00Z")]
    [InlineData("<field>ACCOUNT.RECORDTYPE</field><operation>equals</operation><value>Account.Big,Account.Small</value>", "RecordType.DeveloperName IN ('Big', 'Small')")]
    [InlineData("<field>AnnualRevenue</field><operation>greaterOrEqual</operation><value>1000.5</value>", "AnnualRevenue >= 1000.5")]
    public void Filters_AreConditionsOfTheQuery(string filter, string condition)
    {
        using var project = Project("Account", $"{Everything}<filters>{filter}</filters>");

        Assert.Equal(condition, SalesforcePS.Emulator.ListViews.ListViewSoql.Of(View(project, "Account").Condition!));
    }

    [Theory]
    [InlineData("1 AND (2 OR NOT 3)", "Name = 'a' AND (Site = 'b' OR (NOT Phone = 'c'))")]
    [InlineData("1 OR 2 AND 3", "Name = 'a' OR (Site = 'b' AND Phone = 'c')")]
    [InlineData("((3))", "Phone = 'c'")]
    public void BooleanFilter_SaysHowFiltersGoTogether(string filter, string condition)
    {
        using var project = Project("Account", $"<booleanFilter>{filter}</booleanFilter>{Everything}{Filter("Name", "a")}{Filter("Site", "b")}{Filter("Phone", "c")}");

        Assert.Equal(condition, SalesforcePS.Emulator.ListViews.ListViewSoql.Of(View(project, "Account").Condition!));
    }

    [Theory]
    [InlineData("Account", "<columns>ACCOUNT.NOTHING</columns>", "column 'ACCOUNT.NOTHING'")]
    [InlineData("Account", "<filters><field>Nobody__c</field><operation>equals</operation></filters>", "filter names 'Nobody__c'")]
    [InlineData("Account", "<filters><field>Name</field><operation>within</operation><value>1</value></filters>", "operation 'within'")]
    [InlineData("Account", "<filters><field>NumberOfEmployees</field><operation>contains</operation><value>1</value></filters>", "which is no text")]
    [InlineData("Account", "<filters><field>NumberOfEmployees</field><operation>equals</operation><value>many</value></filters>", "no value of its type")]
    [InlineData("Account", "<filters><field>Description</field><operation>equals</operation><value>x</value></filters>", "query of the list view is refused")]
    [InlineData("Account", "<booleanFilter>1 AND 2</booleanFilter><filters><field>Name</field><operation>equals</operation></filters>", "booleanFilter '1 AND 2'")]
    [InlineData("Account", "<booleanFilter>1</booleanFilter>", "booleanFilter '1'")]
    [InlineData("Account", "<booleanFilter>(1</booleanFilter><filters><field>Name</field><operation>equals</operation></filters>", "booleanFilter '(1'")]
    [InlineData("Account", "<filterScope>Team</filterScope>", "filterScope 'Team'")]
    [InlineData("Pricebook2", "<filterScope>Mine</filterScope>", "Scope 'mine'")]
    [InlineData("Account", "<division>D</division>", "does not support <division>")]
    public void UnusableListView_IsRefusedByItsFile(string type, string children, string problem)
    {
        using var project = Project(type, $"<label>V</label>{children}");

        var told = Assert.Single(project.Problems());

        Assert.StartsWith($"objects/{type}/listViews/V.listView-meta.xml: ", told, StringComparison.Ordinal);
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralMistakesOfAListView_AreToldAtOnce()
    {
        using var project = Project("Account", $"<columns>A__c</columns><columns>B__c</columns>{Everything}{Filter("C__c", "c")}");

        Assert.Equal(["A__c", "B__c", "C__c"], project.Problems().Select(problem => problem.Split('\'')[1]));
    }

    [Theory]
    [InlineData("Idea")]
    [InlineData("pkg__Thing__c")]
    public void ListViewsOfWhatTheOrgHasNot_AreNotRead(string type)
    {
        using var project = new SourceProject().With($"objects/{type}/listViews/V.listView-meta.xml", "ListView", "<columns>IDEA.TITLE</columns>");

        Assert.Null(project.Load().Find(type));
    }

    [Fact]
    public async Task ListView_GivesItsRecordsAndIsSearched()
    {
        using var project = Project("Thing__c", $"<columns>NAME</columns><columns>Account__c</columns><filterScope>Mine</filterScope><label>Good things</label>{Filter("Account__c", "Acme")}")
            .With("objects/Thing__c/listViews/All.listView-meta.xml", "ListView", "<columns>OBJECT_ID</columns><filterScope>Everything</filterScope><label>Everything</label>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });
        var account = await server.CreateAsync("Account", new { Name = "Acme" });
        await server.CreateAsync("Thing__c", new { Name = "Red thing", Account__c = account });
        await server.CreateAsync("Thing__c", new { Name = "Blue thing" });

        var list = (await server.GetAsync("sobjects/Thing__c/listviews")).Json.GetProperty("listviews");
        var described = (await server.GetAsync("sobjects/Thing__c/listviews/V/describe")).Json;
        var records = (await server.GetAsync("sobjects/Thing__c/listviews/V/results")).Json.GetProperty("records");
        var found = await server.GetAsync($"search?q={Uri.EscapeDataString("FIND {thing} RETURNING Thing__c(Name USING ListView = V)")}");

        Assert.Equal([("All", "Everything"), ("V", "Good things")], list.EnumerateArray().Select(view => (Text(view, "developerName"), Text(view, "label"))));
        Assert.Equal("""{"field":"Account__r.Name","operator":"equals","values":["'Acme'"]}""", described.GetProperty("whereCondition").GetRawText());
        Assert.Equal("Account__c", Text(described.GetProperty("columns")[1], "label"));
        var record = Assert.Single(records.EnumerateArray());
        Assert.Equal(("Red thing", "Acme"), (Value(record, "Name"), Value(record, "Account__r.Name")));
        Assert.Equal("Red thing", Text(Assert.Single(found.Json.GetProperty("searchRecords").EnumerateArray()), "Name"));
    }

    [Fact]
    public async Task ListViewOfAQueue_GivesTheRecordsOfTheQueue()
    {
        using var project = Project("Case", "<columns>CASES.SUBJECT</columns><filterScope>Queue</filterScope><queue>Desk</queue><label>Desk</label>");
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });
        var queue = await server.CreateAsync("Group", new { Name = "Desk", DeveloperName = "Desk", Type = "Queue" });
        await server.CreateAsync("Case", new { Subject = "Waits", OwnerId = queue });
        await server.CreateAsync("Case", new { Subject = "Mine" });

        var described = (await server.GetAsync("sobjects/Case/listviews/V/describe")).Json.GetProperty("whereCondition");
        var records = (await server.GetAsync("sobjects/Case/listviews/V/results")).Json.GetProperty("records");

        Assert.Equal(["field", "operator", "subQuery"], Names(described));
        Assert.Equal("Waits", Value(Assert.Single(records.EnumerateArray()), "Subject"));
    }

    [Fact]
    public async Task ListViewThatTheFolderNoLongerHas_IsGoneFromTheDatabase()
    {
        using var project = Project("Account", $"<columns>ACCOUNT.NAME</columns>{Everything}");
        var options = new EmulatorOptions { Schema = project.FolderPath, Database = Path.Combine(project.FolderPath, "org.db") };
        string id;
        await using (var server = await EmulatorServer.StartAsync(options))
            id = Text((await server.GetAsync("sobjects/Account/listviews/AllAccounts")).Json, "id");

        File.Delete(Path.Combine(project.FolderPath, "objects/Account/listViews/V.listView-meta.xml"));
        await using var restarted = await EmulatorServer.StartAsync(options);

        Assert.Equal(id, Text((await restarted.GetAsync("sobjects/Account/listviews/AllAccounts")).Json, "id"));
        Assert.Equal(0, (await restarted.GetAsync("query?q=SELECT+Id+FROM+ListView+WHERE+DeveloperName='V'")).Json.GetProperty("totalSize").GetInt32());
    }

    private static string Filter(string field, string value) => $"<filters><field>{field}</field><operation>equals</operation><value>{value}</value></filters>";

    private static SourceProject Project(string type, string children)
    {
        var project = new SourceProject().With($"objects/{type}/listViews/V.listView-meta.xml", "ListView", $"<fullName>V</fullName>{children}");
        return type == "Thing__c"
            ? project.WithObject(type).WithField(type, "Account__c", "<type>Lookup</type><referenceTo>Account</referenceTo><relationshipLabel>Things</relationshipLabel><relationshipName>Things</relationshipName>")
            : project;
    }

    private static ListViewDefinition View(SourceProject project, string type) => project.Load().Find(type)!.ListViews.Single(view => view.DeveloperName == "V");
}
