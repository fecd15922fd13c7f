using System.Xml.Linq;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Soap;

public sealed class HeaderTests
{
    private const string NilId = """<sf:Id xsi:nil="true"/>""";
    private const string Account = $"<create><sObjects><sf:type>Account</sf:type>{NilId}<sf:Name>A</sf:Name></sObjects></create>";

    [Theory]
    [InlineData("<EmailHeader><triggerAutoResponseEmail>true</triggerAutoResponseEmail><triggerOtherEmail>true</triggerOtherEmail><triggerUserEmail>true</triggerUserEmail></EmailHeader>")]
    [InlineData("<DisableFeedTrackingHeader><disableFeedTracking>true</disableFeedTracking></DisableFeedTrackingHeader>")]
    [InlineData("<CallOptions><client>c</client><defaultNamespace xsi:nil=\"true\"/></CallOptions>")]
    [InlineData("<LocaleOptions><language>de_DE</language></LocaleOptions>")]
    [InlineData("<PackageVersionHeader><packageVersions><majorNumber>1</majorNumber><minorNumber>0</minorNumber><namespace>n</namespace></packageVersions></PackageVersionHeader>")]
    [InlineData("<DebuggingHeader><categories><category>Db</category><level>Debug</level></categories><debugLevel>None</debugLevel></DebuggingHeader>")]
    [InlineData("<StreamingEnabledHeader><streamingEnabled>true</streamingEnabled></StreamingEnabledHeader>")]
    [InlineData("<QueryOptions><batchSize>200</batchSize></QueryOptions>")]
    public async Task HeaderWithoutAnEffectHere_IsTaken(string header)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal("true", Member((await server.SoapAsync(Account, header)).Result, "success"));
    }

    [Fact]
    public async Task UnknownLanguage_IsAFault()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.SoapAsync(Account, "<LocaleOptions><language>german</language></LocaleOptions>");

        Assert.Equal("INVALID_LOCALE_LANGUAGE: Invalid locale language: german", answer.FaultText);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task MruHeader_NotesWhatWasWritten(string update, int count)
    {
        await using var server = await EmulatorServer.StartAsync();

        await server.SoapAsync(Account, $"<MruHeader><updateMru>{update}</updateMru></MruHeader>");

        Assert.Equal(count, (await server.GetAsync("recent")).Json.GetArrayLength());
    }

    [Fact]
    public async Task OwnerChangeOptions_TakeAlongWhatTheyName()
    {
        await using var server = await EmulatorServer.StartAsync();
        var owner = await server.CreateAsync("User", new { Username = "o@o.example", LastName = "O", Email = "o@o.example", Alias = "o", CommunityNickname = "o", TimeZoneSidKey = "GMT", LocaleSidKey = "en_US", EmailEncodingKey = "UTF-8", ProfileId = server.Org.Identity.ProfileId, LanguageLocaleKey = "en_US" });
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });
        var open = await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-12-31", AccountId = account });
        var won = await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Closed Won", CloseDate = "2026-12-31", AccountId = account });

        await server.SoapAsync(
            $"<update><sObjects><sf:type>Account</sf:type><sf:Id>{account}</sf:Id><sf:OwnerId>{owner}</sf:OwnerId></sObjects></update>",
            "<OwnerChangeOptions><options><type>TransferOwnedOpenOpportunities</type><execute>true</execute></options><options><type>TransferContacts</type><execute>false</execute></options></OwnerChangeOptions>");

        Assert.Equal(owner, await OwnerAsync("Account", account));
        Assert.Equal(owner, await OwnerAsync("Opportunity", open));
        Assert.Equal(server.Org.Identity.UserId, await OwnerAsync("Opportunity", won));
        Assert.Equal(server.Org.Identity.UserId, await OwnerAsync("Contact", contact));

        async Task<string?> OwnerAsync(string type, string id) => (await server.GetAsync($"sobjects/{type}/{id}")).Json.GetProperty("OwnerId").GetString();
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task DuplicateError_TellsWhatItFound(string details, bool hasName)
    {
        await using var server = await StartWithRuleAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var result = (await server.SoapAsync(Account, $"<DuplicateRuleHeader><allowSave>false</allowSave><includeRecordDetails>{details}</includeRecordDetails><runAsCurrentUser>true</runAsCurrentUser></DuplicateRuleHeader>")).Result;

        var error = result.Element(SoapAnswer.Partner + "errors")!;
        Assert.Equal(("DuplicateError", "DUPLICATES_DETECTED"), (error.Attribute(SoapAnswer.Instance + "type")!.Value, Member(error, "statusCode")));
        var found = error.Element(SoapAnswer.Partner + "duplicateResult")!;
        Assert.Equal(("true", "Same_Name"), (Member(found, "allowSave"), Member(found, "duplicateRule")));
        var record = found.Descendants(SoapAnswer.Partner + "record").Single();
        Assert.Equal(id, record.Elements(SoapAnswer.SObject + "Id").First().Value);
        Assert.Equal(hasName, record.Element(SoapAnswer.SObject + "Name") is not null);
    }

    [Fact]
    public async Task DuplicateErrorOfRest_HasTheMembersOfAnOrg()
    {
        await using var server = await StartWithRuleAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await server.PostAsync("sobjects/Account", new { Name = "A" });

        var record = $$"""{"attributes":{"type":"Account","url":"/services/data/v68.0/sobjects/Account/{{id}}"},"Id":"{{id}}"}""";
        var match = $$$"""{"additionalInformation":[],"fieldDiffs":[],"matchConfidence":100.0,"record":{{{record}}}}""";
        var result = $$"""{"entityType":"Account","errors":[],"matchEngine":"ExactMatchEngine","matchRecords":[{{match}}],"rule":"Same_Name","size":1,"success":true}""";
        var finding = $$"""{"allowSave":true,"duplicateRule":"Same_Name","duplicateRuleEntityType":"Account","errorMessage":"Use one of these records?","matchResults":[{{result}}]}""";
        Assert.Equal($$"""[{"duplicateResut":{{finding}},"errorCode":"DUPLICATES_DETECTED","message":"Use one of these records?"}]""", answer.Text);
    }

    [Fact]
    public async Task InvalidateSessions_EndsThemAndTellsOfUnknownOnes()
    {
        await using var server = await EmulatorServer.StartAsync();
        var other = server.Org.Sessions.Create(server.Org.User).Id;

        var answer = await server.SoapAsync($"<invalidateSessions><sessionIds>{other}</sessionIds><sessionIds>unknown</sessionIds></invalidateSessions>");

        Assert.Equal(["true", "false"], answer.Results.Select(result => Member(result, "success")));
        Assert.Equal("INVALID_SESSION_ID", Member(answer.Results[1].Element(SoapAnswer.Partner + "errors")!, "statusCode"));
        server.SessionId = other;
        Assert.Equal("INVALID_SESSION_ID", (await server.GetAsync("limits")).ErrorCode);
    }

    [Fact]
    public async Task EmptyRecycleBin_RemovesForGood()
    {
        await using var server = await EmulatorServer.StartAsync();
        var (deleted, live) = (await server.CreateAsync("Account", new { Name = "D" }), await server.CreateAsync("Account", new { Name = "L" }));
        await server.DeleteAsync($"sobjects/Account/{deleted}");

        var answer = await server.SoapAsync($"<emptyRecycleBin><ids>{deleted}</ids><ids>{live}</ids></emptyRecycleBin>");
        var undeleted = await server.SoapAsync($"<undelete><ids>{deleted}</ids></undelete>");

        Assert.Equal(["true", "false"], answer.Results.Select(result => Member(result, "success")));
        Assert.Equal("Entity is not in the recycle bin", Member(answer.Results[1].Element(SoapAnswer.Partner + "errors")!, "message"));
        Assert.Equal("false", Member(undeleted.Result, "success"));
        Assert.Equal(0, (await server.GetAsync("queryAll?q=SELECT+Id+FROM+Account+WHERE+IsDeleted=TRUE")).Json.GetProperty("totalSize").GetInt32());
    }

    private static async Task<EmulatorServer> StartWithRuleAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"objects":[{"name":"Account","duplicateRules":[{"name":"Same_Name","fields":["Name"],"action":"allow"}]}]}""");
            return await EmulatorServer.StartAsync(new EmulatorOptions { Schema = file });
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Member(XElement element, string name) => element.Element(SoapAnswer.Partner + name)!.Value;
}
