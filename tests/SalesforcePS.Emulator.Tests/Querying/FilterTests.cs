using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class FilterTests : IDisposable
{
    private readonly QueryOrg org = new();

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData("Name = 'ACME'", "Acme")]
    [InlineData("Name != 'acme'", "Beta", "Gamma")]
    [InlineData("Name <> 'acme' AND Name > 'beta'", "Gamma")]
    [InlineData("Name >= 'beta'", "Beta", "Gamma")]
    [InlineData("Name < 'BETA'", "Acme")]
    [InlineData("Name LIKE 'a%'", "Acme")]
    [InlineData("Name LIKE '_eta'", "Beta")]
    [InlineData("(NOT Name LIKE 'a%')", "Beta", "Gamma")]
    [InlineData("Name IN ('acme', 'GAMMA')", "Acme", "Gamma")]
    [InlineData("Name NOT IN ('acme', 'GAMMA')", "Beta")]
    [InlineData("Name = 'Acme' OR Name = 'Beta'", "Acme", "Beta")]
    [InlineData("(Name = 'Acme' OR Name = 'Beta') AND Name LIKE 'B%'", "Beta")]
    [InlineData("NOT (Name = 'Acme' OR Name = 'Beta')", "Gamma")]
    [InlineData("NOT Name = 'Acme'", "Beta", "Gamma")]
    [InlineData("(NOT (NOT Name = 'Acme'))", "Acme")]
    [InlineData("Phone = '1'", "Acme")]
    [InlineData("Phone != '1'", "Beta", "Gamma")]
    [InlineData("Phone = null", "Beta", "Gamma")]
    [InlineData("Phone = ''", "Beta", "Gamma")]
    [InlineData("Phone != null", "Acme")]
    [InlineData("Phone IN ('1', null)", "Acme", "Beta", "Gamma")]
    [InlineData("Phone IN ('2', null)", "Beta", "Gamma")]
    [InlineData("Phone NOT IN ('1')", "Beta", "Gamma")]
    [InlineData("Phone NOT IN ('2', null)", "Acme")]
    [InlineData("(NOT Phone LIKE '1%')", "Beta", "Gamma")]
    [InlineData("NumberOfEmployees > 10", "Beta")]
    [InlineData("NumberOfEmployees >= 10", "Acme", "Beta")]
    [InlineData("(NOT NumberOfEmployees > 10)", "Acme", "Gamma")]
    [InlineData("NumberOfEmployees >= null")]
    [InlineData("(NOT NumberOfEmployees > null)", "Acme", "Beta", "Gamma")]
    [InlineData("NumberOfEmployees < 10.5", "Acme")]
    [InlineData("AnnualRevenue = -1.5", "Beta")]
    [InlineData("AnnualRevenue IN (-1.5, 1000000)", "Acme", "Beta")]
    [InlineData("IsDeleted = false AND Name LIKE '%m%'", "Acme", "Gamma")]
    [InlineData("IsDeleted = null", "Acme", "Beta", "Gamma")]
    [InlineData("IsDeleted != null")]
    [InlineData("IsDeleted = TRUE")]
    public void Comparison_FindsWhatSoqlSays(string condition, params string[] expected)
    {
        org.Create("Account", ("Name", "Acme"), ("Phone", "1"), ("NumberOfEmployees", 10), ("AnnualRevenue", 1e6));
        org.Create("Account", ("Name", "Beta"), ("NumberOfEmployees", 20), ("AnnualRevenue", -1.5));
        org.Create("Account", ("Name", "Gamma"));
        Assert.Equal(expected, org.Values($"SELECT Name FROM Account WHERE {condition} ORDER BY Name"));
    }

    [Theory]
    [InlineData(@"Name LIKE '100\%'", "100%")]
    [InlineData(@"Name LIKE '100\%%'", "100%", "100% cotton")]
    [InlineData(@"Name LIKE 'a\_b'", "a_b")]
    [InlineData(@"Name LIKE 'a_b'", "a_b", "axb")]
    [InlineData(@"Name = 'it\'s'", "it's")]
    [InlineData(@"Name = 'back\\slash'", @"back\slash")]
    [InlineData(@"Name LIKE 'back\\%'", @"back\slash")]
    [InlineData(@"Name = '\u0041ccent'", "Accent")]
    public void Escapes_StandForTheirCharacters(string condition, params string[] expected)
    {
        org.CreateAccounts("100%", "100% cotton", "a_b", "axb", "it's", @"back\slash", "Accent");
        Assert.Equal(expected, org.Values($"SELECT Name FROM Account WHERE {condition} ORDER BY Name"));
    }

    [Theory]
    [InlineData("Colours__c = 'Red;Blue'", "both")]
    [InlineData("Colours__c INCLUDES ('Red')", "both", "red")]
    [InlineData("Colours__c includes ('Red;Blue', 'Green')", "both", "green")]
    [InlineData("Colours__c EXCLUDES ('Red')", "green", "none")]
    [InlineData("Colours__c != 'Red'", "both", "green", "none")]
    [InlineData("Colours__c IN ('Red', 'Green')", "green", "red")]
    public void MultiPicklist_IsComparedAsASet(string condition, params string[] expected)
    {
        org.Create("Sample__c", ("Name", "both"), ("Colours__c", "Red;Blue"));
        org.Create("Sample__c", ("Name", "red"), ("Colours__c", "Red"));
        org.Create("Sample__c", ("Name", "green"), ("Colours__c", "Green"));
        org.Create("Sample__c", ("Name", "none"));
        Assert.Equal(expected, org.Values($"SELECT Name FROM Sample__c WHERE {condition} ORDER BY Name"));
    }

    [Fact]
    public void Ids_AreTakenInBothForms()
    {
        var id = org.CreateAccounts("Acme", "Beta")[0];
        Assert.Equal(["Acme"], org.Values($"SELECT Name FROM Account WHERE Id = '{id}'"));
        Assert.Equal(["Acme"], org.Values($"SELECT Name FROM Account WHERE Id IN ('{id[..15]}')"));
        Assert.Equal(["Beta"], org.Values($"SELECT Name FROM Account WHERE Id > '{id}'"));
    }

    [Fact]
    public void CaseSensitiveKey_IsComparedExactly()
    {
        org.Create("Sample__c", ("Name", "lower"), ("Key__c", "\u00e9k1*"));
        org.Create("Sample__c", ("Name", "upper"), ("Key__c", "\u00c9K1"));
        Assert.Equal(["lower"], org.Values("SELECT Name FROM Sample__c WHERE Key__c = '\u00e9k1*'"));
        Assert.Equal(["upper"], org.Values("SELECT Name FROM Sample__c WHERE Key__c IN ('\u00e9k1', '\u00c9K1')"));
        Assert.Equal(["upper"], org.Values("SELECT Name FROM Sample__c WHERE Key__c LIKE '%K_'"));
        Assert.Equal(["lower"], org.Values("SELECT Name FROM Sample__c WHERE Key__c LIKE '_k%*'"));
        Assert.Equal(["upper"], org.Values("SELECT Name FROM Sample__c WHERE (NOT Key__c LIKE '_k%')"));
    }

    [Theory]
    [InlineData("Name = '\u00c9COLE'", "\u00e9cole")]
    [InlineData("Name IN ('x', '\u00c9COLE')", "\u00e9cole")]
    [InlineData("Name LIKE '\u00c9%'", "\u00e9cole")]
    [InlineData("Name != '\u00c9cole'", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("Name NOT IN ('\u00c9cole')", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("(NOT Name LIKE '\u00c9%')", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("Name = '\u041f\u0420\u0418\u0412\u0415\u0422 \u041c\u0418\u0420'", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("Name IN ('\u041f\u0420\u0418\u0412\u0415\u0422 \u041c\u0418\u0420', 'x')", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("Name LIKE '\u041f\u0420\u0418\u0412\u0415\u0422 \u041c\u0418%'", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440")]
    [InlineData("Name NOT IN ('\u041f\u0420\u0418\u0412\u0415\u0422 \u041c\u0418\u0420')", "\u00e9cole")]
    public void CaseOfOtherLettersThanAscii_DoesNotCountEither(string condition, string expected)
    {
        org.CreateAccounts("\u00e9cole", "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440");
        Assert.Equal([expected], org.Values($"SELECT Name FROM Account WHERE {condition}"));
    }

    [Fact]
    public void DatesAndTimes_AreComparedAsSuch()
    {
        org.Create("Sample__c", ("Name", "a"), ("Day__c", "2026-01-31"), ("Moment__c", "2026-01-31T23:30:00Z"), ("Clock__c", "08:00:00.000Z"));
        org.Create("Sample__c", ("Name", "b"), ("Day__c", "2026-02-01"), ("Moment__c", "2026-02-01T00:30:00Z"), ("Clock__c", "17:30:00.000Z"));
        Assert.Equal(["b"], org.Values("SELECT Name FROM Sample__c WHERE Day__c > 2026-01-31"));
        Assert.Equal(["b"], org.Values("SELECT Name FROM Sample__c WHERE Moment__c >= 2026-02-01T01:00:00+01:00"));
        Assert.Equal(["a"], org.Values("SELECT Name FROM Sample__c WHERE Moment__c < 2026-02-01T00:00:00.000Z"));
        Assert.Equal(["b"], org.Values("SELECT Name FROM Sample__c WHERE Clock__c > 12:00:00.000Z"));
        Assert.Equal(["a"], org.Values("SELECT Name FROM Sample__c WHERE CALENDAR_MONTH(Moment__c) = 1"));
    }

    [Fact]
    public void BooleanOfAMissingParent_IsFalse()
    {
        org.Create("Contact", ("LastName", "Orphan"));
        Assert.Equal(["Orphan"], org.Values("SELECT LastName FROM Contact WHERE Account.IsDeleted = false"));
        Assert.Equal(["Orphan"], org.Values("SELECT LastName FROM Contact WHERE Account.Name = null"));
    }

    [Fact]
    public void LongListsAndChains_AreTaken()
    {
        org.CreateAccounts("n1999", "other");
        var values = Enumerable.Range(0, 2_000).Select(index => $"'n{index}'").ToArray();
        Assert.Equal(["n1999"], org.Values($"SELECT Name FROM Account WHERE Name IN ({string.Join(',', values)})"));
        Assert.Equal(["other"], org.Values($"SELECT Name FROM Account WHERE Name NOT IN ({string.Join(',', values)})"));
        Assert.Equal(["n1999"], org.Values($"SELECT Name FROM Account WHERE {string.Join(" OR ", values.Select(value => $"Name = {value}"))}"));
    }

    [Fact]
    public void SemiJoin_FindsRecordsWithSuchChildren()
    {
        var ids = org.CreateAccounts("with", "without");
        org.Create("Contact", ("LastName", "Brown"), ("AccountId", ids[0]));
        org.Create("Contact", ("LastName", "Orphan"));
        Assert.Equal(["with"], org.Values("SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'Bro%')"));
        Assert.Equal(["without"], org.Values("SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact) AND Name != 'x'"));
        Assert.Equal(["Orphan"], org.Values("SELECT LastName FROM Contact WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Name = 'with')"));
    }

    [Fact]
    public void ScopeMine_FindsTheUsersOwnRecords()
    {
        org.CreateAccounts("Acme");
        Assert.Equal(["Acme"], org.Values("SELECT Name FROM Account USING SCOPE mine"));
        Assert.Equal(["Acme"], org.Values("SELECT Name FROM Account USING SCOPE everything WHERE Name = 'Acme'"));
    }

    [Fact]
    public void DeletedRecords_AreSeenByQueryAllOnly()
    {
        var ids = org.CreateAccounts("kept", "gone");
        org.Records.TryDelete(ids[1]);
        Assert.Equal(["kept"], org.Values("SELECT Name FROM Account ORDER BY Name"));
        Assert.Equal(["gone", "kept"], org.Values("SELECT Name FROM Account ORDER BY Name", includeDeleted: true));
        Assert.Equal(["gone"], org.Values("SELECT Name FROM Account WHERE IsDeleted = true", includeDeleted: true));
    }
}
