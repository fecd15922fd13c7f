using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Records;
using SalesforcePS.Emulator.Tests.Schema.Source;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class ConvertLeadTests
{
    private const string Nil = " xsi:nil=\"true\"/>";

    [Fact]
    public async Task Lead_BecomesAccountContactAndOpportunity()
    {
        await using var server = await EmulatorServer.StartAsync(clock: new ManualTime { Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero) });
        var lead = await server.CreateAsync("Lead", new { FirstName = "F", LastName = "L", Company = "C", Street = "S 1", City = "City", Email = "a@b.example", Phone = "1", LeadSource = "Web", AnnualRevenue = 5.5 });
        var task = await server.CreateAsync("Task", new { Subject = "T", WhoId = lead });

        var result = (await ConvertAsync(server, lead)).Result;

        Assert.Equal((lead, "true"), (Member(result, "leadId"), Member(result, "success")));
        var account = (await server.GetAsync($"sobjects/Account/{Member(result, "accountId")}")).Json;
        Assert.Equal(("C", "S 1", "Web", 5.5), (Text(account, "Name"), Text(account, "BillingStreet"), Text(account, "AccountSource"), account.GetProperty("AnnualRevenue").GetDouble()));
        var contact = (await server.GetAsync($"sobjects/Contact/{Member(result, "contactId")}")).Json;
        Assert.Equal(("F L", "City", "a@b.example", Member(result, "accountId")), (Text(contact, "Name"), Text(contact, "MailingCity"), Text(contact, "Email"), Text(contact, "AccountId")));
        var opportunity = (await server.GetAsync($"sobjects/Opportunity/{Member(result, "opportunityId")}")).Json;
        Assert.Equal(("C-", "2026-12-31", Member(result, "accountId")), (Text(opportunity, "Name"), Text(opportunity, "CloseDate"), Text(opportunity, "AccountId")));
        var converted = (await server.GetAsync($"sobjects/Lead/{lead}")).Json;
        Assert.True(converted.GetProperty("IsConverted").GetBoolean());
        Assert.Equal(("Closed - Converted", "2026-11-20", Member(result, "contactId")), (Text(converted, "Status"), Text(converted, "ConvertedDate"), Text(converted, "ConvertedContactId")));
        var activity = (await server.GetAsync($"sobjects/Task/{task}")).Json;
        Assert.Equal((Member(result, "contactId"), Member(result, "opportunityId")), (Text(activity, "WhoId"), Text(activity, "WhatId")));
    }

    [Fact]
    public async Task ExistingRecords_TakeOnlyWhatTheyLack()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "Kept" });
        var contact = await server.CreateAsync("Contact", new { LastName = "Kept", AccountId = account, LeadSource = "Other" });
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C", Phone = "1", LeadSource = "Web" });

        var result = (await ConvertAsync(server, lead, accountId: account, contactId: contact, noOpportunity: true, overwriteLeadSource: true)).Result;

        Assert.Equal("true", Member(result, "success"));
        Assert.Equal("true", result.Element(SoapAnswer.Partner + "opportunityId")!.Attribute(SoapAnswer.Instance + "nil")!.Value);
        var kept = (await server.GetAsync($"sobjects/Account/{account}")).Json;
        Assert.Equal(("Kept", "1"), (Text(kept, "Name"), Text(kept, "Phone")));
        var person = (await server.GetAsync($"sobjects/Contact/{contact}")).Json;
        Assert.Equal(("Kept", "Web"), (Text(person, "LastName"), Text(person, "LeadSource")));
    }

    [Fact]
    public async Task RecordsOfTheCall_StandOverTheLeadsFields()
    {
        await using var server = await EmulatorServer.StartAsync();
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C" });

        var result = (await ConvertAsync(server, lead, accountRecord: "<accountRecord><sf:type>Account</sf:type><sf:Id xsi:nil=\"true\"/><sf:Name>Own</sf:Name><sf:Site>S</sf:Site></accountRecord>")).Result;

        var account = (await server.GetAsync($"sobjects/Account/{Member(result, "accountId")}")).Json;
        Assert.Equal(("Own", "S"), (Text(account, "Name"), Text(account, "Site")));
    }

    [Fact]
    public async Task ConvertedLead_IsReadOnly()
    {
        await using var server = await EmulatorServer.StartAsync();
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C" });
        await ConvertAsync(server, lead);

        var again = (await ConvertAsync(server, lead)).Result;
        var updated = await server.PatchAsync($"sobjects/Lead/{lead}", new { LastName = "M" });

        Assert.Equal(("false", "CANNOT_UPDATE_CONVERTED_LEAD"), (Member(again, "success"), Member(again.Element(SoapAnswer.Partner + "errors")!, "statusCode")));
        Assert.Equal(("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"), (updated.ErrorCode, updated.ErrorMessage));
    }

    [Fact]
    public async Task WrongArguments_AreErrorsOfTheLead()
    {
        await using var server = await EmulatorServer.StartAsync();
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C" });
        var (account, other) = (await server.CreateAsync("Account", new { Name = "A" }), await server.CreateAsync("Account", new { Name = "B" }));
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });

        Assert.Equal("INVALID_STATUS", await CodeAsync(ConvertAsync(server, lead, status: "Open - Not Contacted")));
        Assert.Equal("REQUIRED_FIELD_MISSING", await CodeAsync(ConvertAsync(server, lead, contactId: contact)));
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", await CodeAsync(ConvertAsync(server, lead, accountId: other, contactId: contact)));
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", await CodeAsync(ConvertAsync(server, lead, accountId: contact)));
        Assert.Equal("MALFORMED_ID", await CodeAsync(ConvertAsync(server, account)));
        Assert.False((await server.GetAsync($"sobjects/Lead/{lead}")).Json.GetProperty("IsConverted").GetBoolean());
    }

    [Fact]
    public async Task SourceOfTheOrg_SaysWhereCustomFieldsGoAndWhichStatusesThereAre()
    {
        using var project = new SourceProject()
            .WithField("Lead", "Size__c", "<type>Number</type><precision>5</precision><scale>0</scale>")
            .WithField("Lead", "Trial__c", "<type>Date</type>")
            .WithField("Lead", "Called__c", "<type>DateTime</type>")
            .WithField("Lead", "Double__c", "<type>Number</type><precision>18</precision><scale>0</scale><formula>Size__c * 2</formula>")
            .WithField("Account", "Size__c", "<type>Number</type><precision>5</precision><scale>0</scale>")
            .WithField("Contact", "Trial__c", "<type>Date</type>")
            .WithField("Contact", "Called__c", "<type>DateTime</type>")
            .WithField("Opportunity", "Doubled__c", "<type>Number</type><precision>18</precision><scale>0</scale>")
            .With("LeadConvertSettings/LeadConvertSettings.LeadConvertSetting-meta.xml", "LeadConvertSettings",
                $"<allowOwnerChange>false</allowOwnerChange>{Mapping("Account", "Size__c", "Size__c")}{Mapping("Opportunity", "Double__c", "Doubled__c")}{Mapping("Contact", "Trial__c", "Trial__c", "Called__c", "Called__c")}<opportunityCreationOptions>VisibleOptional</opportunityCreationOptions>")
            .With("standardValueSets/LeadStatus.standardValueSet-meta.xml", "StandardValueSet",
                $"{Status("New", isDefault: true)}{Status("Won", isConverted: true)}{Status("Partner", isConverted: true)}{Status("Lost")}");
        await using var server = await EmulatorServer.StartAsync(new() { Schema = project.FolderPath });
        var lead = await server.CreateAsync("Lead", new { LastName = "L", Company = "C", Size__c = 7, Trial__c = "2026-11-20", Called__c = "2026-11-20T10:00:00Z" });
        var other = await server.CreateAsync("Lead", new { LastName = "M", Company = "D" });

        var statuses = await server.GetAsync("query?q=SELECT+MasterLabel+FROM+LeadStatus+WHERE+IsConverted=TRUE+ORDER+BY+SortOrder");
        var result = (await ConvertAsync(server, lead, status: "Won")).Result;
        var second = (await ConvertAsync(server, other, status: "Partner")).Result;

        Assert.Equal(["Won", "Partner"], statuses.Json.GetProperty("records").EnumerateArray().Select(record => Text(record, "MasterLabel")));
        Assert.Equal("true", Member(second, "success"));
        var account = (await server.GetAsync($"sobjects/Account/{Member(result, "accountId")}")).Json;
        var contact = (await server.GetAsync($"sobjects/Contact/{Member(result, "contactId")}")).Json;
        var opportunity = (await server.GetAsync($"sobjects/Opportunity/{Member(result, "opportunityId")}")).Json;
        Assert.Equal((7, 14), (account.GetProperty("Size__c").GetDouble(), opportunity.GetProperty("Doubled__c").GetDouble()));
        Assert.Equal(("2026-11-20", "2026-11-20T10:00:00.000+0000"), (Text(contact, "Trial__c"), Text(contact, "Called__c")));
        Assert.Equal("INVALID_STATUS", await CodeAsync(ConvertAsync(server, await server.CreateAsync("Lead", new { LastName = "N", Company = "E" }))));
    }

    [Fact]
    public void MappingOfWhatThereIsNot_IsRefused()
    {
        using var project = new SourceProject().With("LeadConvertSettings/LeadConvertSettings.LeadConvertSetting-meta.xml", "LeadConvertSettings",
            Mapping("Account", "Nothing__c", "Name") + Mapping("Case", "Company", "Subject") + Mapping("Contact", "Company", "IsDeleted"));

        Assert.Equal(
            ["the inputField is 'Nothing__c', which is no field of Lead", "the outputObject is 'Case'", "the outputField is 'IsDeleted', which is no field of Contact that can be written"],
            project.Problems().Select(problem => problem.Split(": ")[1].Split(". ")[0]));
    }

    [Fact]
    public async Task StatusesOfANewOrg_HaveOneForConvertedLeads()
    {
        await using var server = await EmulatorServer.StartAsync();

        var records = (await server.GetAsync("query?q=SELECT+ApiName,IsDefault,SortOrder+FROM+LeadStatus+WHERE+IsConverted=TRUE")).Json.GetProperty("records");
        var written = await server.PostAsync("sobjects/LeadStatus", new { MasterLabel = "X" });

        Assert.Equal(("Closed - Converted", 3), (Text(Assert.Single(records.EnumerateArray()), "ApiName"), records[0].GetProperty("SortOrder").GetInt32()));
        Assert.Equal("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", written.ErrorCode);
    }

    [Fact]
    public async Task MoreThan100Leads_AreAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync($"<convertLead>{string.Concat(Enumerable.Repeat(Lead("00Q000000000001AAA"), 101))}</convertLead>");

        Assert.StartsWith("EXCEEDED_ID_LIMIT", answer.FaultText, StringComparison.Ordinal);
    }

    private static Task<SoapAnswer> ConvertAsync(
        EmulatorServer server, string lead, string? accountId = null, string? contactId = null, bool noOpportunity = false, bool overwriteLeadSource = false, string status = "Closed - Converted", string? accountRecord = null) =>
        server.SoapAsync($"<convertLead>{Lead(lead, accountId, contactId, noOpportunity, overwriteLeadSource, status, accountRecord)}</convertLead>");

    private static string Lead(
        string lead, string? accountId = null, string? contactId = null, bool noOpportunity = false, bool overwriteLeadSource = false, string status = "Closed - Converted", string? accountRecord = null) =>
        $"""
        <leadConverts>{Element("accountId", accountId)}{accountRecord ?? "<accountRecord" + Nil}<bypassAccountDedupeCheck{Nil}<bypassContactDedupeCheck{Nil}{Element("contactId", contactId)}<contactRecord{Nil}
        <convertedStatus>{status}</convertedStatus><doNotCreateOpportunity>{(noOpportunity ? "true" : "false")}</doNotCreateOpportunity><leadId>{lead}</leadId><opportunityId{Nil}<opportunityName{Nil}<opportunityRecord{Nil}
        <overwriteLeadSource>{(overwriteLeadSource ? "true" : "false")}</overwriteLeadSource><ownerId{Nil}<relatedPersonAccountId{Nil}<relatedPersonAccountRecord{Nil}<sendNotificationEmail>false</sendNotificationEmail></leadConverts>
        """;

    private static string Mapping(string target, params string[] pairs) =>
        $"<objectMapping><inputObject>Lead</inputObject>{string.Concat(pairs.Chunk(2).Select(pair => $"<mappingFields><inputField>{pair[0]}</inputField><outputField>{pair[1]}</outputField></mappingFields>"))}<outputObject>{target}</outputObject></objectMapping>";

    private static string Status(string name, bool isDefault = false, bool isConverted = false) =>
        $"<standardValue><fullName>{name}</fullName><default>{(isDefault ? "true" : "false")}</default><label>{name}</label><converted>{(isConverted ? "true" : "false")}</converted></standardValue>";

    private static string Element(string name, string? value) => value is null ? $"<{name}{Nil}" : $"<{name}>{value}</{name}>";

    private static async Task<string> CodeAsync(Task<SoapAnswer> answer) => Member((await answer).Result.Element(SoapAnswer.Partner + "errors")!, "statusCode");

    private static string Member(XElement element, string name) => element.Element(SoapAnswer.Partner + name)!.Value;

    private static string? Text(System.Text.Json.JsonElement record, string name) => record.GetProperty(name).GetString();
}
