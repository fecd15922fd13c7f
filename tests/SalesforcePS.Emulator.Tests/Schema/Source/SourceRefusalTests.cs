using SalesforcePS.Emulator.Hosting;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SourceRefusalTests
{
    private const string Number = "<type>Number</type><precision>18</precision><scale>0</scale>";

    [Theory]
    [InlineData("<type>ExternalLookup</type>", "does not support fields of type ExternalLookup")]
    [InlineData("<type>Text</type><length>300</length>", "<length> is 300")]
    [InlineData("<type>Text</type><length>many</length>", "whole number")]
    [InlineData("<type>Text</type><length>5</length><surprise>1</surprise>", "does not support <surprise>")]
    [InlineData("<type>Lookup</type><referenceTo>Nothing__c</referenceTo>", "refers to Nothing__c")]
    [InlineData("<type>Picklist</type><valueSet><valueSetName>Nowhere</valueSetName></valueSet>", "no global value set Nowhere")]
    [InlineData("<type>Summary</type><summaryOperation>count</summaryOperation><summaryForeignKey>Nothing__c.X__c</summaryForeignKey>", "no object Nothing__c")]
    [InlineData("<type>Summary</type><summaryOperation>count</summaryOperation><summaryForeignKey>Account.F__c</summaryForeignKey>", "no master-detail")]
    [InlineData("<formula>VLOOKUP(Name, Name, Name)</formula><type>Text</type>", "function VLOOKUP is not supported")]
    [InlineData("<formula>Nobody__c + 1</formula>" + Number, "no field Nobody__c of Account")]
    [InlineData("<formula>Name + 1</formula>" + Number, "+ cannot add Number to Text")]
    [InlineData("<formula>Rating</formula><type>Text</type>", "its result is Picklist")]
    [InlineData("<formula>Name &amp;</formula><type>Text</type>", "there is the end where it cannot stand")]
    [InlineData("<formula>F__c + 1</formula>" + Number, "refers to itself")]
    [InlineData("<formula>ISCHANGED(Name)</formula><type>Checkbox</type>", "validation rules only")]
    [InlineData("<formula>$Site.Name</formula><type>Text</type>", "variable $Site.Name is not supported")]
    [InlineData("<formula>$Label.Greeting</formula><type>Text</type>", "no custom label Greeting")]
    public void UnusableField_IsRefusedByItsFile(string children, string problem)
    {
        using var project = new SourceProject().WithField("Account", "F__c", children);

        var told = Assert.Single(project.Problems());

        Assert.StartsWith("objects/Account/fields/F__c.field-meta.xml: ", told, StringComparison.Ordinal);
        Assert.Contains(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void AllProblems_AreToldAtOnce()
    {
        using var project = new SourceProject()
            .WithField("Account", "A__c", "<type>ExternalLookup</type>")
            .WithField("Account", "B__c", "<type>Text</type><length>0</length>")
            .WithField("Quote", "C__c", "<type>Text</type>")
            .WithField("Account", "Tier", "<type>Picklist</type>")
            .With("objects/Account/validationRules/R.validationRule-meta.xml", "ValidationRule", "<active>true</active><errorConditionFormula>1</errorConditionFormula><errorMessage>M</errorMessage>")
            .With("objects/Account/fields/Broken__c.field-meta.xml", "<CustomField>");

        var problems = project.Problems();

        Assert.Equal(6, problems.Length);
        foreach (var file in (string[])["A__c", "B__c", "C__c", "Tier", "R.validationRule", "Broken__c"])
            Assert.Contains(problems, problem => problem.Contains(file, StringComparison.Ordinal));
    }

    [Fact]
    public void ObjectThatTheFolderOnlyExtends_IsMissingForItsReferencesToo()
    {
        using var project = new SourceProject()
            .WithField("Other__c", "A__c", "<type>Text</type>")
            .WithField("Account", "Other__c", "<type>Lookup</type><referenceTo>Other__c</referenceTo>");

        var problems = project.Problems();

        Assert.Equal(2, problems.Length);
        Assert.Contains("refers to Other__c", problems[0], StringComparison.Ordinal);
        Assert.Contains("no Other__c.object-meta.xml", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void StandardField_TakesItsDefaultAndCanBeRequired()
    {
        using var project = new SourceProject()
            .With("objects/Account/fields/Site.field-meta.xml", "CustomField", "<fullName>Site</fullName><defaultValue>&quot;HQ&quot;</defaultValue>")
            .With("objects/Account/fields/Phone.field-meta.xml", "CustomField", "<fullName>Phone</fullName><required>true</required>");

        var account = project.Load().Find("Account")!;

        Assert.Equal("\"HQ\"", account.FindField("Site")!.DefaultFormula!.Text);
        Assert.False(account.FindField("Phone")!.Nillable);
        Assert.Equal("Account Phone", account.FindField("Phone")!.Label);
    }

    [Fact]
    public void InactiveRule_MayUseWhatIsNotSupported()
    {
        using var project = new SourceProject().With(
            "objects/Account/validationRules/R.validationRule-meta.xml",
            "ValidationRule",
            "<active>false</active><errorConditionFormula>PARENTGROUPVAL(1)</errorConditionFormula><errorMessage>M</errorMessage>");

        Assert.Empty(project.Load().Find("Account")!.ValidationRules);
    }

    [Fact]
    public void IgnoredFile_IsNotRead()
    {
        using var project = new SourceProject()
            .WithField("Account", "A__c", "<type>ExternalLookup</type>")
            .With(".emulatorignore", "# not for the emulator\n**/A__c.field-meta.xml\n");

        Assert.Null(project.Load().Find("Account")!.FindField("A__c"));
    }

    [Fact]
    public void FuzzyMatching_IsRefused()
    {
        using var project = new SourceProject()
            .With(
                "duplicateRules/Account.Same.duplicateRule-meta.xml",
                "DuplicateRule",
                "<isActive>true</isActive><actionOnInsert>Block</actionOnInsert><duplicateRuleMatchRules><matchRuleSObjectType>Account</matchRuleSObjectType><matchingRule>Close</matchingRule></duplicateRuleMatchRules>")
            .With(
                "matchingRules/Account.matchingRule-meta.xml",
                "MatchingRules",
                "<matchingRules><fullName>Close</fullName><matchingRuleItems><fieldName>Name</fieldName><matchingMethod>CompanyName</matchingMethod></matchingRuleItems></matchingRules>");

        Assert.Contains("method CompanyName", Assert.Single(project.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewObject_LeavesTheKeyPrefixesOfTheDatabaseAsTheyAre()
    {
        using var project = new SourceProject().WithObject("Middle__c");
        var database = Path.Combine(project.FolderPath, "org.db");
        var options = new EmulatorOptions { Schema = project.FolderPath, Database = database };
        string id;
        await using (var server = await EmulatorServer.StartAsync(options))
            id = await server.CreateAsync("Middle__c", new { Name = "M" });

        project.WithObject("Before__c").WithField("Middle__c", "Total__c", $"<formula>LEN(Name)</formula>{Number}");
        await using var restarted = await EmulatorServer.StartAsync(options);

        Assert.Equal(1.0, (await restarted.GetAsync($"sobjects/Middle__c/{id}?fields=Total__c")).Json.GetProperty("Total__c").GetDouble());
        Assert.Equal("a01", (await restarted.CreateAsync("Before__c", new { Name = "B" }))[..3]);
    }
}
