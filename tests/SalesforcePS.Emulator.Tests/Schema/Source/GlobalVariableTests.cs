using SalesforcePS.Emulator.Hosting;
using Xunit;
using static SalesforcePS.Emulator.Tests.Schema.Source.SourceSchemaTests;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class GlobalVariableTests : IDisposable
{
    private readonly SourceProject project = new SourceProject()
        .With("labels/CustomLabels.labels-meta.xml", "CustomLabels", "<labels><fullName>Greeting</fullName><value>Hello</value></labels>")
        .With("objects/Tier__mdt/Tier__mdt.object-meta.xml", "CustomObject", "<label>Tier</label>")
        .WithField("Tier__mdt", "Rank__c", "<type>Number</type><precision>3</precision><scale>0</scale>")
        .With("customMetadata/Tier.Best.md-meta.xml", "CustomMetadata", "<label>Best</label><values><field>Rank__c</field><value>7</value></values>")
        .With("objects/Limits__c/Limits__c.object-meta.xml", "CustomObject", "<customSettingsType>Hierarchy</customSettingsType><label>Limits</label>")
        .WithField("Limits__c", "Largest__c", "<type>Number</type><precision>5</precision><scale>0</scale>")
        .WithField("Limits__c", "Least__c", "<type>Number</type><precision>5</precision><scale>0</scale>")
        .WithField("Account", "Label__c", "<type>Text</type><formula>$Label.Greeting &amp; &quot; &quot; &amp; $User.Username</formula>")
        .WithField("Account", "Role__c", "<type>Text</type><formula>$UserRole.Name</formula>")
        .WithField("Account", "Rank__c", "<type>Number</type><precision>18</precision><scale>0</scale><formula>$CustomMetadata.Tier__mdt.Best.Rank__c</formula>")
        .WithField("Account", "Largest__c", Setting("Largest__c"))
        .WithField("Account", "Least__c", Setting("Least__c"))
        .WithField("Account", "Link__c", "<type>Text</type><formula>$Api.Partner_Server_URL_680</formula>");

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task LabelsMetadataAndAddresses_StandInFormulas()
    {
        await using var server = await StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        AssertMembers(
            (await server.GetAsync($"sobjects/Account/{id}?fields=Label__c,Rank__c,Link__c")).Json,
            $$"""{"Label__c":"Hello admin@emulator.example","Rank__c":7.0,"Link__c":"{{server.Url}}/services/Soap/u/68.0/{{server.Org.Identity.OrganizationId[..15]}}"}""");
    }

    [Fact]
    public async Task RoleOfTheUser_StandsInFormulas()
    {
        await using var server = await StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        var path = $"sobjects/Account/{id}?fields=Role__c";

        var without = await server.GetAsync(path);
        await server.PatchAsync($"sobjects/User/{server.Org.Identity.UserId}", new { UserRoleId = await server.CreateAsync("UserRole", new { Name = "Chief" }) });
        var with = await server.GetAsync(path);

        AssertMembers(without.Json, """{"Role__c":null}""");
        AssertMembers(with.Json, """{"Role__c":"Chief"}""");
    }

    [Fact]
    public async Task Setting_IsThatOfTheUserBeforeThatOfTheOrganization()
    {
        await using var server = await StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        var path = $"sobjects/Account/{id}?fields=Largest__c,Least__c";

        var without = await server.GetAsync(path);
        await server.CreateAsync("Limits__c", new { SetupOwnerId = server.Org.Identity.OrganizationId, Largest__c = 5, Least__c = 1 });
        await server.CreateAsync("Limits__c", new { SetupOwnerId = server.Org.User.UserId, Largest__c = 9 });
        var with = await server.GetAsync(path);

        AssertMembers(without.Json, """{"Largest__c":null,"Least__c":null}""");
        AssertMembers(with.Json, """{"Largest__c":9.0,"Least__c":1.0}""");
    }

    private static string Setting(string field) =>
        $"<type>Number</type><precision>18</precision><scale>0</scale><formula>$Setup.Limits__c.{field}</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>";

    private Task<EmulatorServer> StartAsync() => EmulatorServer.StartAsync(new EmulatorOptions { Schema = project.FolderPath });
}
